using System.Globalization;
using System.Text;
using Bijgespijkerd.Web.Import.WordPress;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Import;

/// <summary>An export that was cut off half-way, and then the whole one (row F26).</summary>
public sealed class CutOffTests
{
    private const int Posts = 12;
    private const int CommentsOfEach = 8;

    [Fact]
    public async Task Cut_off_anywhere_and_then_whole_is_as_if_it_had_come_at_once()
    {
        var whole = Encoding.UTF8.GetBytes(Export().ToString());
        await using var reference = new TestBlog();
        Assert.True((await BringInAsync(reference, whole)).IsWhole);
        var expected = await StandAsync(reference);
        Assert.Equal(Posts * (CommentsOfEach + 1), expected.Count);

        var came = new HashSet<int>();
#pragma warning disable CA5394 // Seeded on purpose: a failure can be repeated.
        var random = new Random(20260517);
        for (var cut = 0; cut < 6; cut++)
        {
            await using var blog = new TestBlog();
            var half = await BringInAsync(blog, whole[..random.Next(whole.Length / 10, whole.Length - 20)]);
            Assert.Contains(half.Lines(), line => line.Contains("was read up to a fault", StringComparison.Ordinal));
            came.Add(half.New(Imported.Posts));

            var rest = await BringInAsync(blog, whole);

            Assert.True(rest.IsWhole, string.Join('\n', rest.Lines()));
            Assert.Equal((Posts - half.New(Imported.Posts), half.New(Imported.Posts)), (rest.New(Imported.Posts), rest.Known(Imported.Posts)));
            Assert.Equal(expected, await StandAsync(blog));
        }

        Assert.InRange(came.Count, 3, 6);
    }

    private static WxrFile Export()
    {
        var export = new WxrFile().Author(7, "femke", "Femke Oudshoorn").Category("balie", "Balie", id: 3);
        for (var n = 1; n <= Posts; n++)
        {
            var first = n * 100;
            export.Item(n, $"Artikel {n}: één", "Een alinea.\n\nNog één — met wat leestekens.", $"artikel-{n}", more:
            [
                WxrFile.Label("category", "balie", "Balie"),
                .. Enumerable.Range(0, CommentsOfEach).Select(c => WxrFile.Comment(
                    first + c, $"Reactie {first + c}: «wél».", parent: c % 3 == 0 ? 0 : first + c - 1, date: string.Create(CultureInfo.InvariantCulture, $"2010-03-05 10:00:{c:00}"))),
            ]);
        }

        return export;
    }

    private static async Task<ImportReport> BringInAsync(TestBlog blog, byte[] content)
    {
        var path = Path.Combine(blog.DataFolder, "export.xml");
        await File.WriteAllBytesAsync(path, content);
        var report = new ImportReport();
        await blog.ImportFilesAsync([path], report);
        return report;
    }

    /// <summary>Everything that readers see of it.</summary>
    private static async Task<List<string>> StandAsync(TestBlog blog) =>
    [
        .. await blog.ReadAsync(db => db.Posts.OrderBy(p => p.SourceId).Select(p => $"{p.SourceId} {p.Slug} {p.Title} {p.Markdown} {p.CommentCount} {p.LastNumber} {p.Author!.Name} {p.Categories.Count}").ToListAsync()),
        .. await blog.ReadAsync(db => db.Comments.OrderBy(c => c.SourceId).Select(c => $"{c.SourceId} {c.ParentId} {c.Path} {c.Number} {c.Depth} {c.VisibleReplies} {c.State} {c.Html} {c.CreatedAt}").ToListAsync()),
    ];
}
