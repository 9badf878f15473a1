using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>What the repository itself must hold.</summary>
public sealed partial class RepositoryTests
{
    /// <summary>What style.md forbids, as the list of forbidden symbols names it.</summary>
    private static readonly string[] Forbidden =
    [
        "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;",
        "M:System.Net.Http.HttpClient.#ctor;", "M:System.Net.Http.HttpClient.#ctor(System.Net.Http.HttpMessageHandler);",
        "M:System.Threading.Thread.Sleep(System.Int32);", "M:System.Threading.Thread.Sleep(System.TimeSpan);",
        "M:System.Threading.Tasks.Task.Run(System.Action);", "M:System.Threading.Tasks.Task.Run(System.Func{System.Threading.Tasks.Task});",
    ];

    [Fact]
    public void The_list_of_forbidden_symbols_names_each_and_is_used()
    {
        var list = Repository.Read("BannedSymbols.txt");

        Assert.All(Forbidden, symbol => Assert.Contains(symbol, list, StringComparison.Ordinal));
        Assert.Contains("BannedSymbols.txt", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", Repository.Read("Directory.Packages.props"), StringComparison.Ordinal);
        Assert.DoesNotContain("RS0030", Repository.Read(".editorconfig"), StringComparison.Ordinal);
        Assert.DoesNotContain("RS0030", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Equal([], SourceFile.In("src").Where(f => f.Text.Contains("RS0030", StringComparison.Ordinal)).Select(f => f.Path));
    }

    [Fact]
    public void Warnings_are_errors_everywhere()
    {
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.DoesNotContain(Repository.Files(".", ".csproj"), f => Repository.Read(f).Contains("TreatWarningsAsErrors", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var projects = Repository.Files(".", ".csproj");

        Assert.True(projects.Count >= 4);
        Assert.All(projects, project => Assert.True(File.Exists(Repository.Path(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))), project));
    }

    [Theory]
    [InlineData("Microsoft.AspNetCore.DataProtection", "10.0.7")]
    [InlineData("SourceGear.sqlite3", "3.50.4.5")]
    [InlineData("AngleSharp", "1.5.0")]
    [InlineData("MimeKit", "4.15.1")]
    [InlineData("HtmlSanitizer", "99.0.0")]
    public void No_package_is_older_than_the_fault_in_it(string package, string least)
    {
        foreach (var file in Repository.Files(".", ".json").Where(f => f.EndsWith("packages.lock.json", StringComparison.Ordinal)))
        {
            Assert.Equal([], TooOld(Repository.Read(file), package, Version.Parse(least)));
        }

        Assert.Equal(["0.0.9"], TooOld($"\"{package}\": {{\n \"type\": \"Transitive\",\n \"resolved\": \"0.0.9\",", package, Version.Parse(least)));
    }

    [Fact]
    public async Task The_commands_are_not_ignored_by_git()
    {
        foreach (var command in new[] { "bin/start", "bin/blog", "bin/migration", "bin/test", "bin/bench", "bin/ci", ".ci/run" })
        {
            Assert.Equal((1, ""), await GitAsync("check-ignore", command));
            Assert.StartsWith("100755 ", (await GitAsync("ls-files", "--stage", command)).Output, StringComparison.Ordinal);
        }

        Assert.Equal((0, "artifacts/x\n"), await GitAsync("check-ignore", "artifacts/x"));
    }

    [Fact]
    public void Every_text_of_the_interface_is_used_and_none_is_empty()
    {
        var sources = string.Join('\n', Repository.Files("src/Bijgespijkerd.Web", ".cs", ".cshtml").Select(Repository.Read));
        var texts = Repository.Files("src", ".resx").SelectMany(file => XDocument.Parse(Repository.Read(file)).Root!.Elements("data")
            .Select(d => (Class: Path.GetFileNameWithoutExtension(file), Name: d.Attribute("name")!.Value, Value: d.Element("value")!.Value))).ToList();

        Assert.True(texts.Count > 150);
        Assert.Equal([], Unused(texts.Select(t => (t.Class, t.Name)), sources));
        Assert.Equal(["PostTexts.Nergens"], Unused([("PostTexts", "Nergens"), ("PostTexts", "Nothing")], sources));
        Assert.DoesNotContain(texts, t => string.IsNullOrWhiteSpace(t.Value));
        Assert.Equal([], texts.Where(t => English().IsMatch(t.Value)).Select(t => $"{t.Class}.{t.Name}: {t.Value}"));
        Assert.Matches(English(), "Your comment is waiting.");
    }

    [Fact]
    public void The_database_is_not_opened_with_what_can_break_it()
    {
        var file = Repository.Read("src/Bijgespijkerd.Web/Platform/Data/DatabaseFile.cs");
        Assert.Contains("SqliteOpenMode.ReadOnly", file, StringComparison.Ordinal);
        Assert.Equal(["src/Bijgespijkerd.Web/Platform/Data/LaneConnection.cs", "src/Bijgespijkerd.Web/Platform/Data/NewDatabase.cs", "src/Bijgespijkerd.Web/Platform/Data/SchemaCopies.cs"], SourceFile.In("src").Where(f => f.Text.Contains("ForWriting)", StringComparison.Ordinal)).Select(f => f.Path).Order(StringComparer.Ordinal));
        Assert.Equal([], SourceFile.In("src").Where(f => f.Text.Contains("mmap_size", StringComparison.OrdinalIgnoreCase)).Select(f => f.Path));
    }

    private static IEnumerable<string> TooOld(string locked, string package, Version least) =>
        Regex.Matches(locked, $"\"{Regex.Escape(package)}[^\"]*\": \\{{[^}}]*?\"resolved\": \"(?<version>[0-9.]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(m => m.Groups["version"].Value).Where(version => Version.Parse(version) < least);

    private static IEnumerable<string> Unused(IEnumerable<(string Class, string Name)> texts, string sources) =>
        texts.Where(t => !Regex.IsMatch(sources, $@"\b{t.Class}\.{t.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(2))).Select(t => $"{t.Class}.{t.Name}");

    private static async Task<(int Exit, string Output)> GitAsync(params string[] words)
    {
        var start = new System.Diagnostics.ProcessStartInfo("git", words) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Repository.Root };
        using var git = System.Diagnostics.Process.Start(start)!;
        var output = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return (git.ExitCode, output);
    }

    [GeneratedRegex(@"\b(?:the|your|you|and|this|with|not|please|error|comment|comments|page|posts|search|click|here)\b", RegexOptions.IgnoreCase, 2000)]
    private static partial Regex English();
}
