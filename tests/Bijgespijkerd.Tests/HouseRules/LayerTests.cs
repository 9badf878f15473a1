using System.Text.RegularExpressions;

namespace Bijgespijkerd.Tests.HouseRules;

/// <summary>Two rings: the core never refers to a leaf, and leaves not to each other.</summary>
public sealed partial class LayerTests
{
    private const string Web = "Bijgespijkerd.Web";

    private static readonly string[] Core = ["Posts", "Comments", "Authors", "Accounts", "Panel", "Site", "Platform"];

    /// <summary>Known and wanted: from what to what.</summary>
    private static readonly (string From, string To)[] Exceptions = [];

    private static IReadOnlyList<string> Features { get; } = [.. Repository.Sources("src/Bijgespijkerd.Web")
        .Select(f => f.Split('/')).Where(parts => parts.Length > 3).Select(parts => parts[2]).Distinct()];

    [Fact]
    public void The_core_does_not_know_the_leaves_and_leaves_not_each_other()
    {
        var faults = SourceFile.In("src/Bijgespijkerd.Web").Concat(Repository.Files("src/Bijgespijkerd.Web", ".cshtml").Select(p => new SourceFile(p, Repository.Read(p))))
            .SelectMany(Faults);

        Assert.Equal([], faults);
    }

    [Theory]
    [InlineData("Posts", "using Bijgespijkerd.Web.Feeds;")]
    [InlineData("Comments", "var a = Bijgespijkerd.Web.Search.SearchQuery.From(b);")]
    [InlineData("Platform/Web", "services.AddSingleton<Demo.DemoSite>();")]
    [InlineData("Feeds", "using Bijgespijkerd.Web.Privacy;")]
    [InlineData("Search", "@using Bijgespijkerd.Web.Feeds")]
    public void A_reference_out_of_its_ring_is_caught(string folder, string line)
    {
        Assert.Single(Faults(new SourceFile($"src/Bijgespijkerd.Web/{folder}/Offender.cs", line)));
    }

    [Theory]
    [InlineData("Posts", "using Bijgespijkerd.Web.Comments;")]
    [InlineData("Feeds", "using Bijgespijkerd.Web.Posts;\nusing Bijgespijkerd.Web.Feeds;")]
    [InlineData("Search", "return View(\"Search\", hits);")]
    public void A_reference_inside_its_ring_is_fine(string folder, string line)
    {
        Assert.Empty(Faults(new SourceFile($"src/Bijgespijkerd.Web/{folder}/Good.cs", line)));
    }

    [Fact]
    public void The_composition_stays_short()
    {
        Assert.True(File.ReadAllLines(Repository.Path("src/Bijgespijkerd.Web/Program.cs")).Length <= 100);
    }

    [Fact]
    public void The_text_library_knows_nothing_of_the_web_the_store_or_the_clock()
    {
        Assert.Matches(Outside(), "using Microsoft.AspNetCore.Html;");
        Assert.Matches(Outside(), "TimeProvider time");
        Assert.Matches(Outside(), "File.ReadAllText(a)");
        var faults = SourceFile.In("src/Bijgespijkerd.Text").SelectMany(f => Outside().Matches(f.Text).Select(m => $"{f.Path}: {m.Value}"));
        Assert.Equal([], faults);
        Assert.DoesNotContain(typeof(Text.SafeHtml).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("Microsoft.", StringComparison.Ordinal) || a.Name.StartsWith(Web, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Faults(SourceFile file)
    {
        var folder = file.Path["src/Bijgespijkerd.Web/".Length..].Split('/')[0];
        if (!Features.Contains(folder))
        {
            return [];
        }

        return References().Matches(file.Text).Select(m => m.Groups["to"].Value)
            .Where(to => Features.Contains(to) && to != folder && !Core.Contains(to) && !Exceptions.Contains((folder, to)))
            .Select(to => $"{file.Path} refers to {to}");
    }

    [GeneratedRegex(@"Bijgespijkerd\.Web\.(?<to>\w+)|(?<=[<( ])(?!Bijgespijkerd)(?<to>[A-Z]\w+)\.[A-Z]\w+[>.(]", RegexOptions.None, 2000)]
    private static partial Regex References();

    [GeneratedRegex(@"Microsoft\.(?:AspNetCore|EntityFrameworkCore|Extensions)|\bTimeProvider\b|\bDateTime(?:Offset)?\.|\bFile\.|\bHttpClient\b|\bConsole\.", RegexOptions.None, 2000)]
    private static partial Regex Outside();
}
