using Bijgespijkerd.Web.Import;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Outgoing;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Import;

/// <summary>Exports of every age, and what plugins, servers and people made of them: each comes in faithfully, or says in one line why not.</summary>
public sealed class OldExportsTests
{
    private readonly Outside _outside = new();

    private static string Folder => Repository.Path("tests/Bijgespijkerd.Tests/Import/Exports");

    /// <summary>File, exit, articles, pages, comments, mentions, and words of what is printed.</summary>
    public static TheoryData<string, int, int, int, int, int, string> All => new()
    {
        { "01-wxr-1.0-zonder-versie", 0, 1, 0, 1, 0, "categories: 1 new, 0 there already\ntags: 1 new, 0 there already" },
        { "02-wxr-1.1", 0, 1, 0, 1, 0, "authors: 1 new" },
        { "03-wxr-1.2", 0, 1, 0, 2, 0, "tags: 1 new" },
        { "04-andere-voorvoegsels", 0, 1, 0, 1, 0, "" },
        { "05-voorvoegsels-niet-verklaard", 0, 1, 0, 1, 0, "" },
        { "06-zonder-voorvoegsels", 0, 1, 0, 1, 0, "" },
        { "07-eigen-standaardnaamruimte", 0, 1, 0, 1, 0, "" },
        { "08-stuurtekens", 0, 1, 0, 1, 0, "6 control characters" },
        { "09-latijnse-bytes-in-utf8", 0, 1, 0, 0, 0, "read as Windows-1252" },
        { "10-latijn-1-verklaard", 0, 1, 0, 0, 0, "" },
        { "11-utf-16", 0, 1, 0, 1, 0, "" },
        { "12-witregels-en-bom-vooraf", 0, 1, 0, 1, 0, "1 places of the file" },
        { "13-melding-van-php-vooraf", 0, 1, 0, 1, 0, "1 places of the file" },
        { "14-cdata-gesplitst", 0, 1, 0, 0, 0, "" },
        { "15-cdata-te-vroeg-dicht", 0, 1, 0, 1, 0, "2 places of the file" },
        { "16-losse-tekens-en-html-namen", 0, 1, 0, 0, 0, "3 places of the file" },
        { "17-nuldatums", 0, 2, 0, 1, 0, "" },
        { "18-datum-voor-het-begin", 0, 2, 0, 0, 0, "" },
        { "19-antwoorden-voor-de-vraag", 0, 1, 0, 3, 0, "" },
        { "20-wees-en-cirkel", 0, 1, 0, 4, 0, "begins a thread of its own" },
        { "21-dubbele-slugs", 0, 2, 2, 0, 0, "de-wachtrij-2" },
        { "22-dubbele-nummers", 0, 1, 0, 1, 0, "posts: 1 new, 1 there already" },
        { "23-bijlagen-en-eigen-soorten", 0, 1, 0, 0, 0, "skipped: 1 × item of type 'product'" },
        { "24-geserialiseerd", 0, 1, 0, 1, 0, "" },
        { "25-alle-toestanden", 0, 9, 0, 0, 0, "had the status 'wc-completed'" },
        { "26-pingbacks-en-trackbacks", 1, 1, 0, 1, 2, "has no web address" },
        { "27-midden-in-een-bericht-afgebroken", 1, 1, 0, 1, 0, "was read up to a fault" },
        { "28-voor-het-einde-afgebroken", 1, 1, 0, 1, 0, "was read up to a fault" },
        { "29-twee-achter-elkaar", 1, 1, 0, 0, 0, "was read up to a fault" },
        { "30-met-doctype", 1, 0, 0, 0, 0, "DTD" },
        { "31-met-entiteit-van-buiten", 1, 0, 0, 0, 0, "DTD" },
        { "32-inlogpagina", 1, 0, 0, 0, 0, "DTD" },
        { "33-gewone-feed", 1, 0, 0, 0, 0, "not a WordPress export" },
        { "34-leeg", 1, 0, 0, 0, 0, "not well-formed" },
        { "35-zonder-berichten", 0, 0, 0, 0, 0, "posts: 0 new" },
        { "36-rommel-achteraan", 1, 1, 0, 1, 0, "was read up to a fault" },
        { "37-utf-7", 1, 0, 0, 0, 0, "'utf-7'" },
        { "38-zonder-nummers", 1, 1, 0, 0, 0, "has no wp:comment_id" },
        { "39-emoji-en-andere-schriften", 0, 1, 0, 1, 0, "" },
        { "40-onderwerpen-in-een-kring", 0, 1, 0, 0, 0, "cannot be above it" },
        { "41-vreemde-afzenders", 0, 1, 0, 3, 0, "has no name" },
        { "42-nesten", 0, 1, 0, 1, 0, "" },
        { "43-lege-velden", 1, 2, 0, 0, 0, "has no wp:post_id" },
        { "44-grote-nummers", 1, 1, 0, 2, 0, "got the new id" },
        { "45-regeleinden", 0, 1, 0, 1, 0, "" },
    };

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_comes_in_faithfully_or_says_why_not(string name, int exit, int articles, int pages, int comments, int mentions, string words)
    {
        await using var blog = Blog();
        var (dryExit, dry) = await LookAsync(blog, name);
        Assert.Equal((0, 0, 0, 0), await CountsAsync(blog));
        var (realExit, printed) = await ImportAsync(blog, name);

        Assert.Equal(exit, realExit);
        Assert.Contains(words, printed, StringComparison.Ordinal);
        Assert.Equal((realExit, printed), (dryExit, dry));
        Assert.Equal((articles, pages, comments, mentions), await CountsAsync(blog));
        Assert.Empty(await blog.OutboxAsync());
        Assert.Empty(_outside.Asked);

        if (articles > 0)
        {
            var (_, again) = await ImportAsync(blog, name);
            Assert.Contains("posts: 0 new", again, StringComparison.Ordinal);
            Assert.Contains("comments: 0 new", again, StringComparison.Ordinal);
            Assert.Equal((articles, pages, comments, mentions), await CountsAsync(blog));
        }
    }

    [Fact]
    public void Every_export_of_the_folder_is_in_the_table()
    {
        Assert.Equal(Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal), All.Select(row => (string)row[0]).Order(StringComparer.Ordinal));
        Assert.InRange(All.Count, 30, 100);
    }

    [Theory]
    [InlineData("09-latijnse-bytes-in-utf8", "Café De Wachtrij", "Eén kop koffie – €2.")]
    [InlineData("10-latijn-1-verklaard", "Café De Wachtrij", "Wie wacht, leest.")]
    [InlineData("08-stuurtekens", "De wachtrij", "Wie wacht, leest.")]
    [InlineData("14-cdata-gesplitst", "De wachtrij", "Schrijf ]]> zoals het hoort.")]
    [InlineData("15-cdata-te-vroeg-dicht", "De wachtrij", "Schrijf a[b[1]]> c & d vet en verder.")]
    [InlineData("16-losse-tekens-en-html-namen", "Café & loket: vraag & antwoord &onbekend;", "Wie wacht, leest.")]
    [InlineData("42-nesten", "Kop vet 666", "Wie wacht, leest.")]
    public async Task The_words_are_what_was_meant(string name, string title, string text)
    {
        await using var blog = Blog();
        await ImportAsync(blog, name);

        Assert.Equal((title, text), await blog.ReadAsync(async db => (await db.Posts.Select(p => p.Title).SingleAsync(), (await db.Posts.Select(p => p.PlainText).SingleAsync()).Trim())));
    }

    /// <summary>Whoever asks for a name, or goes to any address, fails the test.</summary>
    private TestBlog Blog() => new() { Outgoing = _outside.Rules };

    private static string FileOf(string name) => Path.Combine(Folder, name + ".xml");

    /// <summary>A dry run, by the verb.</summary>
    private static async Task<(int Exit, string Printed)> LookAsync(TestBlog blog, string name)
    {
        await using var output = new StringWriter();
        var exit = await blog.Services.GetServices<IVerb>().OfType<ImportVerb>().Single().RunAsync([FileOf(name), "--dry-run"], output, CancellationToken.None);
        return (exit, string.Join('\n', output.ToString().Split('\n').Where(line => !line.StartsWith("A dry run", StringComparison.Ordinal) && !line.StartsWith("… ", StringComparison.Ordinal))).Trim());
    }

    private static async Task<(int Exit, string Printed)> ImportAsync(TestBlog blog, string name)
    {
        var report = new ImportReport();
        try
        {
            await blog.Services.GetRequiredService<WordPressImport>().RunAsync(new ImportOrder([FileOf(name)], null), report, new ImportProgress(blog.Clock), CancellationToken.None);
            return (report.IsWhole ? 0 : 1, string.Join('\n', report.Lines()));
        }
        catch (WxrException e)
        {
            return (1, $"{e.File} cannot be imported: {e.Message}");
        }
    }

    private static Task<(int Articles, int Pages, int Comments, int Mentions)> CountsAsync(TestBlog blog) => blog.ReadAsync(async db => (
        await db.Posts.CountAsync(p => p.Kind == PostKind.Article), await db.Posts.CountAsync(p => p.Kind == PostKind.Page), await db.Comments.CountAsync(), await db.Mentions.CountAsync()));
}
