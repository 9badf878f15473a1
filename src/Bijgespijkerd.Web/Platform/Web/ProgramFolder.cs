namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Pages, styles and seeds lie beside the program, whatever folder it is started from; tests and `dotnet run` say theirs.</summary>
public static class ProgramFolder
{
    public static string? Of(string[] args) =>
        Array.Exists(args, a => a.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
        || Environment.GetEnvironmentVariable("ASPNETCORE_CONTENTROOT") is not null
        || !Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"))
            ? null
            : AppContext.BaseDirectory;
}
