namespace Bijgespijkerd.Web.Platform.Verbs;

/// <summary>What an operator asks of the program on its command line; without one it serves.</summary>
public sealed record Verb(string Name, string Usage)
{
    public static Verb Serve { get; } = new("serve", "serve                                 serves the site (the default)");
    public static Verb Migrate { get; } = new("migrate", "migrate                               brings the database's schema up to date");
    public static Verb Import { get; } = new("import", "import wordpress FILE                 brings in a WordPress export (WXR); safe to run again");
    public static Verb Help { get; } = new("help", "help                                  this list");

    public static IReadOnlyList<Verb> All { get; } = [Serve, Migrate, Import, Help];

    /// <summary>The words after the verb; options go to the configuration.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public static (Verb Verb, string[] Options) Split(string[] args)
    {
        var options = args.Where(a => a.StartsWith('-')).ToArray();
        var words = args.Where(a => !a.StartsWith('-')).ToList();
        if (words.Count == 0)
        {
            return (options.Contains("--help") ? Help : Serve, options);
        }

        var verb = All.FirstOrDefault(v => v.Name == words[0]) ?? Help with { Words = [words[0]] };
        return (verb.Words.Count > 0 ? verb : verb == Serve ? Serve : verb with { Words = words[1..] }, options);
    }
}
