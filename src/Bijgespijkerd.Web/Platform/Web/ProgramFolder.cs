namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Pages, styles and seeds lie beside the program, whatever folder it is started from; tests and `dotnet run` say theirs.</summary>
public static class ProgramFolder
{
    /// <summary>Settings are read once. Watching them would mean watching the whole folder: every write to a database in it would be looked at.</summary>
    public static string[] WithoutWatching(string[] args) => [.. args, "--hostBuilder:reloadConfigOnChange=false"];

    public static string? Of(string[] args) =>
        Array.Exists(args, a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
        || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || !Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? null
            : AppContext.BaseDirectory;
}
