namespace Bijgespijkerd.Web.Site;

/// <summary>The two typefaces come from npm at build; without Node the site runs with the system's own.</summary>
public sealed class SiteFonts(IWebHostEnvironment environment)
{
    public const string Sans = "/lib/letters/schibsted-grotesk-5.3.0.woff2";
    public const string Serif = "/lib/letters/source-serif-4-5.3.1.woff2";

    public bool ArePresent { get; } = environment.WebRootFileProvider.GetFileInfo(Sans).Exists;
}
