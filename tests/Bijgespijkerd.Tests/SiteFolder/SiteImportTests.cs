using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.SiteFolder;

/// <summary>A folder is what somebody made of it: what fits comes in, of the rest is said why not, and nothing here is harmed.</summary>
public sealed class SiteImportTests : SiteFolderTrial
{
    private const string Post = "---\ntitel: Een plan\nslug: een-plan\nstaat: gepubliceerd\ndatum: 2020-01-02T03:04:05Z\ngemaakt: 2020-01-02T03:04:05Z\nauteur: femke\nreacties-open: ja\n";

    private protected override TestBlog Blog { get; } = new();

    private void Put(string name, string content)
    {
        var path = File("map", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
    }

    private Task<SiteFolderReport> BringInAsync(params (string Name, string Content)[] files)
    {
        Put("site.md", "# Een site\n\n---\nvorm: 1\nherkomst: site-0123456789abcdef\n");
        Put("auteurs/femke.md", "---\nslug: femke\nnaam: Femke\n---\n");
        foreach (var (name, content) in files)
        {
            Put(name, content);
        }

        return ImportAsync(Blog, Folder);
    }

    private static string Comment(int id, string more, string text = "Tekst.") => $"\n---\nreactie: {id}\nstaat: gepubliceerd\nnaam: Noor\ndatum: 2020-01-03T00:00:0{id % 10}Z\n{more}~~~\n{text}\n~~~\n";

    [Theory]
    [InlineData("titel: Een plan\n", "", "'titel' is missing")]
    [InlineData("slug: een-plan\n", "slug: ../../een-plan\n", "cannot be an address")]
    [InlineData("slug: een-plan\n", "slug: Een Plan\n", "cannot be an address")]
    [InlineData("staat: gepubliceerd\n", "staat: openbaar\n", "'staat' is none of concept, gepland, gepubliceerd, privé, prullenbak")]
    [InlineData("datum: 2020-01-02T03:04:05Z\n", "", "'datum' is missing")]
    [InlineData("datum: 2020-01-02T03:04:05Z\n", "datum: gisteren\n", "'datum' is no moment")]
    [InlineData("gemaakt: 2020", "gemaakt: 9020", "'gemaakt' is no moment")]
    [InlineData("---\ntitel", "titel", "it does not begin with a line ---")]
    [InlineData("auteur: femke\n", "", "'auteur' is missing")]
    public async Task A_post_that_does_not_fit_is_one_line_and_keeps_no_other_away(string part, string becomes, string why)
    {
        var report = await BringInAsync(("artikelen/een-plan.md", (Post + "---\nTekst").Replace(part, becomes, StringComparison.Ordinal)), ("artikelen/goed.md", Post.Replace("een-plan", "goed", StringComparison.Ordinal) + "---\nTekst"));

        Assert.False(report.IsWhole);
        Assert.Single(report.Lines(isImport: true), l => l.StartsWith("artikelen/een-plan.md: ", StringComparison.Ordinal) && l.Contains(why, StringComparison.Ordinal));
        Assert.Equal(["goed"], await Blog.ReadAsync(db => db.Posts.Select(p => p.Slug).ToListAsync()));
    }

    [Fact]
    public async Task Circles_doubles_and_what_is_missing_are_told_and_the_rest_comes_in()
    {
        var report = await BringInAsync(
            ("onderwerpen.md", "---\nslug: a\nnaam: A\nonder: b\n---\nslug: b\nnaam: B\nonder: a\n---\nslug: a\nnaam: Nog een\n---\nslug: c\nnaam: C\nonder: nergens\n---\nslug: d\n"),
            ("artikelen/een-plan.md", Post + "onderwerp: a\nonderwerp: x\nomslag: /media/00000000000000000000000000000001.png\n---\nTekst"),
            ("artikelen/nog-een.md", Post + "---\nTekst"),
            ("artikelen/een-plan.reacties.md", Comment(1, "antwoord-op: 2\n") + Comment(2, "antwoord-op: 3\n") + Comment(3, "antwoord-op: 1\n") + Comment(4, "antwoord-op: 99\n") + Comment(4, "") + Comment(5, "volgnummer: 7\n") + Comment(6, "volgnummer: 7\n")
                + "\n---\nvermelding: pingback\nstaat: gepubliceerd\nnaam: Blog\nadres: javascript:alert(1)\ndatum: 2020-01-03T00:00:00Z\n"),
            ("artikelen/weg.reacties.md", Comment(9, "")),
            ("verwijzingen/artikelen.md", "---\nsoort: artikel\nwas: oud\nnu: nergens\n---\nsoort: artikel\nwas: eerst\nnu: een-plan\n"),
            ("verwijzingen/oude-adressen.md", "---\nwas: /a\nnu: //elders.test/\n---\nwas: /b\nnu: https://elders.test/\n---\nwas: /c\nnu: /artikel/een-plan\n"));

        foreach (var line in new[]
        {
            "onderwerpen.md, line 5: 'b' stands by itself: it would be under itself", "onderwerpen.md, line 9: 'a' stands there twice", "onderwerpen.md, line 12: 'c' stands by itself: there is no 'nergens'", "onderwerpen.md, line 16: 'naam' is missing",
            "artikelen/een-plan.md: it stands not under 'x': there is none", "artikelen/een-plan.md: its cover '/media/00000000000000000000000000000001.png' did not come along",
            "artikelen/nog-een.md: another file has the same address 'een-plan'", "artikelen/weg.reacties.md: the article it belongs to is not there",
            "verwijzingen/artikelen.md, line 1: 'oud' leads to 'nergens', which is not there", "verwijzingen/oude-adressen.md, line 1: '//elders.test/' is no address of this site",
            "verwijzingen/oude-adressen.md, line 4: 'https://elders.test/' is no address of this site",
        })
        {
            Assert.Contains(line, report.Lines(isImport: true));
        }

        Assert.Equal((2, 1), (report.Lines(isImport: true).Count(l => l.Contains("begins a thread", StringComparison.Ordinal)), report.Lines(isImport: true).Count(l => l.Contains("another comment has the same number", StringComparison.Ordinal))));
        Assert.Equal([(1L, null), (2, 3), (3, 1), (4, null), (5, null), (6, (long?)null)], (await Blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => new { c.Id, c.ParentId }).ToListAsync())).Select(c => (c.Id, c.ParentId)));
        Assert.Equal(6, await Blog.ReadAsync(db => db.Comments.Select(c => c.Number).Distinct().CountAsync()));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Mentions.CountAsync()));
        Assert.Equal([], await FaultsAsync(Blog));
        Assert.Equal("/artikel/een-plan", (await Blog.Visitor().GetAsync("/artikel/eerst")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_is_here_stays_as_it_is_and_what_was_deleted_stays_away()
    {
        (string, string)[] files = [("artikelen/een-plan.md", Post + "---\nTekst"), ("artikelen/weg.md", Post.Replace("een-plan", "weg", StringComparison.Ordinal) + "---\nTekst"), ("artikelen/een-plan.reacties.md", Comment(1, "") + Comment(2, "antwoord-op: 1\n"))];
        await BringInAsync([.. files, ("onderwerpen.md", "---\nslug: a\nnaam: A\n---\nslug: b\nnaam: B\n"), ("labels.md", "---\nslug: c\nnaam: C\n")]);
        await Blog.WriteAsync(async db =>
        {
            db.Categories.Remove(await db.Categories.SingleAsync(c => c.Slug == "a"));
            db.FormerTopics.Add(FormerTopic.OfDeleted(TopicKind.Category, "a", wasPublic: true, Blog.Clock.GetUtcNow()));
            db.FormerTopics.Add((await db.Tags.SingleAsync()).MoveTo("d", Blog.Clock.GetUtcNow()));
            db.FormerAuthors.Add((await db.Authors.SingleAsync()).MoveTo("femke-oudshoorn"));
            db.Comments.Remove(await db.Comments.SingleAsync(c => c.Id == 2));
            var post = await db.Posts.SingleAsync(p => p.Slug == "een-plan");
            post.Rename("Hier herschreven");
            post.CountComment(-1);
            db.FormerSlugs.Add(post.MoveTo("een-beter-plan"));
            return true;
        });
        await Blog.DeleteAsync(await Blog.ReadAsync(db => db.Posts.SingleAsync(p => p.Slug == "weg")));

        var report = await BringInAsync(files);

        Assert.True(report.IsWhole, Lines(report));
        Assert.Equal((0, 2, 0), (report.Count(Moved.Articles), report.Known(Moved.Articles), report.Count(Moved.Comments)));
        Assert.Contains("artikelen/weg.md: was deleted here, and does not come back", report.Lines(isImport: true));
        Assert.Equal(["Hier herschreven"], await Blog.ReadAsync(db => db.Posts.Select(p => p.Title).ToListAsync()));
        Assert.Equal([1L], await Blog.ReadAsync(db => db.Comments.Select(c => c.Id).ToListAsync()));
        Assert.Equal(["b", "d", "femke-oudshoorn"], await Blog.ReadAsync(db => db.Categories.Select(c => c.Slug).Concat(db.Tags.Select(t => t.Slug)).Concat(db.Authors.Select(a => a.Slug)).OrderBy(s => s).ToListAsync()));
    }

    [Fact]
    public async Task Numbers_that_are_taken_here_are_left_to_who_has_them()
    {
        var here = await Blog.CommentAsync(await Blog.ArticleAsync("Van hier"), Cast.Noor, "Van hier.");
        Assert.Equal(1, here.Id);

        var report = await BringInAsync(("artikelen/een-plan.md", Post + "nummer: 1\n---\nTekst"), ("artikelen/een-plan.reacties.md", Comment(1, "") + Comment(2_000_000_005, "antwoord-op: 1\n")));

        Assert.True(report.IsWhole, Lines(report));
        var came = await Blog.ReadAsync(db => db.Comments.Where(c => c.Post!.Slug == "een-plan").OrderBy(c => c.Depth).Select(c => new { c.Id, c.ParentId, c.Source, c.SourceId }).ToListAsync());
        Assert.Equal(("site-0123456789abcdef", 1L), (came[0].Source, came[0].SourceId));
        Assert.Equal(came[0].Id, came[1].ParentId);
        Assert.All(came, c => Assert.InRange(c.Id, 2, 1_000));
        Assert.Equal("Van hier.", await Blog.ReadAsync(db => db.Comments.Where(c => c.Id == 1).Select(c => c.Markdown).SingleAsync()));
    }

    [Fact]
    public async Task A_thread_whose_first_number_is_taken_comes_in_whole()
    {
        await Blog.CommentAsync(await Blog.ArticleAsync("Van hier"), Cast.Noor, "Van hier.");

        var report = await BringInAsync(("artikelen/een-plan.md", Post + "---\nTekst"), ("artikelen/een-plan.reacties.md", Comment(1, "") + Comment(2, "antwoord-op: 1\n") + Comment(3, "")));

        Assert.True(report.IsWhole, Lines(report));
        var came = await Blog.ReadAsync(db => db.Comments.Where(c => c.Post!.Slug == "een-plan").Select(c => c.Id).ToListAsync());
        Assert.Equal(3, came.Distinct().Count());
        Assert.Contains(2L, came);
        Assert.Contains(3L, came);
    }

    [Fact]
    public async Task No_file_says_that_a_service_vouches_for_a_name()
    {
        var report = await BringInAsync(("artikelen/een-plan.md", Post + "---\nTekst"), ("artikelen/een-plan.reacties.md", Comment(1, "via: Redactie\n") + Comment(2, "via: GitHub\n")));

        Assert.Contains("is no service that this program knows", Lines(report), StringComparison.Ordinal);
        Assert.Equal([null, "GitHub"], await Blog.ReadAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Via).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_becomes_somebody_who_signs_in_here_and_nobody_gets_a_login()
    {
        await Blog.AuthorAsync("Femke");
        await Blog.WriteAsync(async db =>
        {
            var account = Web.Accounts.Account.For("Femke", "femke@voorbeeld.test", Web.Accounts.Role.Author, Blog.Clock.GetUtcNow());
            account.WritesAs(await db.Authors.SingleAsync());
            return db.Accounts.Add(account).Entity;
        });

        var report = await BringInAsync(("artikelen/een-plan.md", Post + "---\nTekst"), ("artikelen/een-plan.reacties.md", Comment(1, "auteur: femke\n")), ("artikelen/twee.md", Post.Replace("een-plan", "twee", StringComparison.Ordinal) + "---\nTekst"));

        Assert.True(report.IsWhole, Lines(report));
        Assert.Equal(["femke-2", "femke-2"], await Blog.ReadAsync(db => db.Posts.Select(p => p.Author!.Slug).ToListAsync()));
        Assert.Equal(["femke-2"], await Blog.ReadAsync(db => db.Comments.Select(c => c.Author!.Slug).ToListAsync()));
        Assert.Equal(1, await Blog.ReadAsync(db => db.Accounts.CountAsync()));
        Assert.Empty(await Blog.LettersAsync());
    }

    [Fact]
    public async Task No_name_and_no_link_leads_out_of_the_folder()
    {
        var secret = File("geheim.md");
        await System.IO.File.WriteAllTextAsync(secret, Post.Replace("een-plan", "geheim", StringComparison.Ordinal) + "---\nGeheim");
        await System.IO.File.WriteAllBytesAsync(File("00000000000000000000000000000002.png"), Telling.Dot);
        Put("artikelen/een-plan.md", Post + "omslag: /media/../../geheim.md\n---\nTekst");
        System.IO.File.CreateSymbolicLink(File("map", "artikelen", "geheim.md"), secret);
        System.IO.File.CreateSymbolicLink(File("map", "artikelen", "een-plan.reacties.md"), secret);
        Directory.CreateDirectory(File("map", "media"));
        System.IO.File.CreateSymbolicLink(File("map", "media", "00000000000000000000000000000002.png"), File("00000000000000000000000000000002.png"));
        Directory.CreateSymbolicLink(File("map", "paginas"), File());

        await BringInAsync(("beelden.md", "---\nbeeld: /media/../../00000000000000000000000000000002.png\nnaam: a\nsoort: Png\nmaat: 1 1\nmidden: 50 50\ngeplaatst: 2020-01-02T03:04:05Z\nsha256: " + new string('0', 64) + "\nbestand: ../../00000000000000000000000000000002.png 1 1\n"));

        Assert.Equal(["een-plan"], await Blog.ReadAsync(db => db.Posts.Select(p => p.Slug).ToListAsync()));
        Assert.Null(await Blog.ReadAsync(db => db.Posts.Select(p => p.CoverPath).SingleAsync()));
        Assert.False(Directory.Exists(Path.Combine(Blog.DataFolder, "media")));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_does_not_come_in()
    {
        var (key, dot) = (new string('a', 32), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Telling.Dot))[..32]);
        Directory.CreateDirectory(File("map", "media"));
        foreach (var name in new[] { $"{key}.webp", $"{key}-9x9.jpg", $"{dot[..31]}0.png" })
        {
            await System.IO.File.WriteAllTextAsync(File("map", "media", name), "<html><script>alert(1)</script>");
        }

        await System.IO.File.WriteAllBytesAsync(File("map", "media", $"{key}-8x8.png"), [.. Telling.Dot[..20], .. "<script>"u8]);
        await System.IO.File.WriteAllBytesAsync(File("map", "media", $"{dot}.png"), Telling.Dot);

        var report = await BringInAsync();

        Assert.Equal((1, false), (report.Count(Moved.Pictures), report.IsWhole));
        Assert.Equal([$"{dot}.png"], Directory.EnumerateFiles(Path.Combine(Blog.DataFolder, "media")).Select(Path.GetFileName));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Set<Picture>().CountAsync()));
    }

    [Fact]
    public async Task What_is_not_public_there_is_public_nowhere_here()
    {
        var states = new[] { "concept", "gepland", "privé", "prullenbak" };
        var report = await BringInAsync([.. states.Select((s, i) => ($"artikelen/nr-{i}.md", Post.Replace("een-plan", $"nr-{i}", StringComparison.Ordinal).Replace("gepubliceerd", s, StringComparison.Ordinal).Replace("datum: 2020", "datum: 2030", StringComparison.Ordinal) + "---\nGeheim woord")),
            ("artikelen/open.md", Post.Replace("een-plan", "open", StringComparison.Ordinal) + "---\nTekst"),
            ("artikelen/open.reacties.md", string.Concat(new[] { "wacht", "afgewezen", "spam", "prullenbak" }.Select((s, i) => Comment(i + 1, "", "Geheim woord").Replace("gepubliceerd", s, StringComparison.Ordinal))))]);

        Assert.True(report.IsWhole, Lines(report));
        var visitor = Blog.Visitor();
        foreach (var path in new[] { "/", "/artikel/open", "/feed", "/zoeken?q=geheim", "/sitemap.xml", "/auteur/femke" }.Concat(states.Select((_, i) => $"/artikel/nr-{i}")))
        {
            var page = await (await visitor.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotContain("Geheim woord", page, StringComparison.Ordinal);
            Assert.DoesNotContain("nr-0\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Markup_is_rendered_by_ours_and_nothing_of_it_is_believed()
    {
        await BringInAsync(("artikelen/een-plan.md", Post + "---\n<script>alert(1)</script> [a](javascript:alert(1))"), ("artikelen/een-plan.reacties.md", Comment(1, "website: javascript:alert(1)\ne-mail: geen adres\n", "<img src=x onerror=alert(1)>")));

        var page = await (await Blog.Visitor().GetAsync("/artikel/een-plan")).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"javascript:", page, StringComparison.Ordinal);
        Assert.Equal((null, null), await Blog.ReadAsync(async db => { var c = await db.Comments.SingleAsync(); return (c.Website, c.Email); }));
    }
}
