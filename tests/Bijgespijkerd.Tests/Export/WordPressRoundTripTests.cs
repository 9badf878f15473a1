using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Export;

/// <summary>Out, into an empty site, and out again: the same bytes.</summary>
public sealed class WordPressRoundTripTests : IAsyncLifetime
{
    private readonly TestBlog _other = new(("Comments:PerPage", "5"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _other.DisposeAsync();

    [Fact]
    public async Task A_site_with_everything_nasty_loses_nothing()
    {
        await using var blog = new TestBlog(("Comments:PerPage", "5"));
        await NastySite.TellAsync(blog);

        var report = await RoundAsync(blog);

        Assert.True(report.IsWhole, string.Join('\n', report.Lines()));
        Assert.Equal(await TalkAsync(blog), await TalkAsync(_other));
        Assert.Equal(await PostsAsync(blog), await PostsAsync(_other));
        Assert.Equal(await LeadingAsync(blog), await LeadingAsync(_other));
    }

    [Fact]
    public async Task The_demo_site_loses_nothing_once_its_blocks_are_there()
    {
        await using var blog = new TestBlog(("DemoContent", "true"));
        foreach (var block in await blog.ReadAsync(db => db.Blocks.ToListAsync()))
        {
            await _other.WriteAsync(db => Task.FromResult(db.Blocks.Add(Block.Named(block.Name, block.Title, block.Markdown, PostRendering.RenderBlock(block.Name, block.Title, block.Markdown))).Entity));
        }

        var report = await RoundAsync(blog);

        Assert.True(report.IsWhole, string.Join('\n', report.Lines()));
        Assert.Equal(await TalkAsync(blog), await TalkAsync(_other));
    }

    [Fact]
    public async Task The_same_site_gives_the_same_bytes_and_taking_them_in_again_changes_nothing()
    {
        await using var blog = new TestBlog();
        await NastySite.TellAsync(blog);
        var first = await blog.ExportAsync();
        Assert.Equal(first, await blog.ExportAsync());
        await _other.TakeInAsync(first);
        var before = await _other.ExportAsync();

        var report = await _other.TakeInAsync(first);

        Assert.Equal(0, Enum.GetValues<Imported>().Sum(what => report.New(what)));
        Assert.Equal(before, await _other.ExportAsync());
    }

    [Fact]
    public async Task A_site_that_takes_in_its_own_export_stays_as_it_was()
    {
        await NastySite.TellAsync(_other);
        var export = await _other.ExportAsync();

        var report = await _other.TakeInAsync(export);

        Assert.Equal(0, Enum.GetValues<Imported>().Sum(what => report.New(what)));
        Assert.Equal(export, await _other.ExportAsync());
    }

    private async Task<ImportReport> RoundAsync(TestBlog blog)
    {
        _other.Clock.Set(blog.Clock.GetUtcNow());
        Exporting.CopyMedia(blog, _other);
        var first = await blog.ExportAsync();
        var report = await _other.TakeInAsync(first);
        Assert.Equal(Exporting.WithoutExceptions(first).Split('\n'), Exporting.WithoutExceptions(await _other.ExportAsync()).Split('\n'));
        return report;
    }

    /// <summary>What readers see of conversations, and where; what answers spam stands elsewhere.</summary>
    private static Task<List<string>> TalkAsync(TestBlog blog) => blog.ReadAsync(async db => (await db.Comments
        .Where(c => c.State != Web.Comments.CommentState.Spam && c.Markdown != NastySite.AnswerToSpam).OrderBy(c => c.Id).ToListAsync())
        .ConvertAll(c => $"{c.Id} {c.PostId} {c.ParentId} {c.Path} {c.Depth} {c.Number} {c.Name} {c.Email} {c.Website} {c.AuthorId} {c.State} {c.RemovedBy} {c.IsShown} {c.CreatedAt:O} {c.PublishedAt:O} {c.EditedAt:O} {c.StateSince:O} {c.RejectedBecause} {c.AskedAgainAt:O} {c.RepliesClosed} {c.Markdown} {c.Html}"));

    private static Task<List<string>> PostsAsync(TestBlog blog) => blog.ReadAsync(async db => (await db.Posts.OrderBy(p => p.Id).ToListAsync())
        .ConvertAll(p => $"{p.Id} {p.Kind} {p.Title} {p.Slug} {p.Summary} {p.Markdown} {p.Html} {p.CoverPath} {p.CoverAlt} {p.CoverCaption} {p.CoverWidth} {p.CoverFocusX} {p.AuthorId} {p.State} {p.CreatedAt:O} {p.PublishedAt:O} {p.UpdatedAt:O} {p.WasPublic} {p.CommentsOpen} {p.CommentCount} {p.MentionCount} {p.LastNumber} {p.LastCommentAt:O}"));

    private static Task<List<string>> LeadingAsync(TestBlog blog) => blog.ReadAsync(async (BlogDb db) =>
    {
        var old = await db.OldAddresses.OrderBy(o => o.Path).Select(o => o.Path + " " + o.Target).ToListAsync();
        var slugs = await db.FormerSlugs.OrderBy(f => f.Slug).Select(f => f.Slug + " " + f.PostId).ToListAsync();
        var topics = await db.FormerTopics.OrderBy(f => f.Slug).Select(f => f.Slug + " " + f.Kind + " " + (f.Category == null ? f.Tag!.Slug : f.Category.Slug)).ToListAsync();
        var authors = await db.FormerAuthors.OrderBy(f => f.Slug).Select(f => f.Slug + " " + f.AuthorId).ToListAsync();
        var earlier = await db.OldPosts.Where(o => o.Source == "https://oud.voorbeeld.test").Select(o => o.OldId + " " + o.PostId + " " + o.Path + " " + o.Guid).ToListAsync();
        return (List<string>)[.. old, .. slugs, .. topics, .. authors, .. earlier];
    });
}
