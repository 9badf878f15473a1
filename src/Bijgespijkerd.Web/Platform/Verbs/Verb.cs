namespace Bijgespijkerd.Web.Platform.Verbs;

/// <summary>What an operator asks of the program on its command line; without one it serves.</summary>
/// <param name="Name">One word, or two: what is done, and with what.</param>
public sealed record Verb(string Name, string Usage)
{
    public static Verb Serve { get; } = new("serve", "serve                                 serves the site (the default)");
    public static Verb Migrate { get; } = new("migrate", "migrate                               brings the database's schema up to date");
    public static Verb ImportWordPress { get; } = new("import wordpress", "import wordpress FILE… [--media DIR | --fetch-media] [--dry-run]   brings in a WordPress export (WXR), one file, several or a folder; safe to run again");
    public static Verb ExportWordPress { get; } = new("export wordpress", "export wordpress FILE                 everything out again as a WordPress export (WXR), while the site runs");
    public static Verb ImportSite { get; } = new("import site", "import site FOLDER [--dry-run]         brings in a folder that export site wrote; what is here already stays as it is, safe to run again");
    public static Verb ExportSite { get; } = new("export site", "export site FOLDER                    writes the whole site into a new folder of Markdown, comments and pictures, while it runs");
    public static Verb User { get; } = new("user", "user add --email E --name N --role R   makes an account and prints its link; also user list, disable, enable, role");
    public static Verb Privacy { get; } = new("privacy", "privacy addresses|audit|erasures [--since DATE], privacy reapply FILE   for after a leak, or after a backup was put back");
    public static Verb Check { get; } = new("check", "check [--repair]                      reads the whole database and the media folder, and says what does not hold");
    public static Verb Backup { get; } = new("backup", "backup FILE [--passphrase-file F]     one file of the whole site, while it runs; sealed, and with its keys, when a passphrase is given");
    public static Verb Restore { get; } = new("restore", "restore FILE [--force] [--passphrase-file F] | --undo   puts a backup into an empty data folder; --force: in the place of what is there, which is put aside; --undo: takes back one that was broken off");
    public static Verb Help { get; } = new("help", "help                                  this list");

    public bool IsServe => Name == Serve.Name;

    public static IReadOnlyList<Verb> All { get; } = [Serve, Migrate, ImportWordPress, ImportSite, ExportWordPress, ExportSite, User, Privacy, Backup, Restore, Check, Help];

    /// <summary>The words after the verb, its own options among them; only configuration (--Blog:Key=value) goes to the program.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public static (Verb Verb, string[] Options) Split(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-'))
        {
            return (args is ["--help" or "-h", ..] ? Help : Serve, args);
        }

        var verb = All.FirstOrDefault(v => args.AsSpan().StartsWith(v.Name.Split(' ')));
        if (verb == Serve)
        {
            return (Serve, args[1..]);
        }

        var options = args.Where(IsConfiguration).ToArray();
        return (verb is null ? Help with { Words = [args[0]] } : verb with { Words = [.. args[verb.Name.Split(' ').Length..].Where(a => !IsConfiguration(a))] }, options);
    }

    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--Blog:", StringComparison.OrdinalIgnoreCase) || argument.StartsWith("--ConnectionStrings:", StringComparison.OrdinalIgnoreCase);
}
