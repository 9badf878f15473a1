using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A post as a test tells it; what is not said does not matter.</summary>
public sealed record Tale(string Title)
{
    public string? Slug { get; init; }
    public string Markdown { get; init; } = "Een alinea.";
    public string Summary { get; init; } = "Waar het over gaat.";
    public PostKind Kind { get; init; } = PostKind.Article;
    public PostState State { get; init; } = PostState.Published;
    public DateTimeOffset? At { get; init; }
    public string By { get; init; } = Cast.Femke;
    public IReadOnlyList<string> Categories { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Cover { get; init; }
}

/// <summary>Tells the site what tests of its pages need: posts in every state, categories, tags, blocks, pictures.</summary>
public static class Telling
{
    /// <summary>A picture of one dot.</summary>
    public static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static async Task<Post> TellAsync(this TestBlog blog, Tale tale)
    {
        var author = await blog.AuthorAsync(tale.By);
        return await blog.WriteAsync(async db =>
        {
            db.Attach(author);
            var at = tale.At ?? blog.Clock.GetUtcNow();
            var surroundings = await blog.Services.GetRequiredService<PostRendering>().SurroundingsAsync(db, CancellationToken.None);
            var post = Post.Draft(blog.Services.GetRequiredService<IdSequence>().NextPost(), tale.Kind, tale.Title, tale.Slug ?? Slug.From(tale.Title), author, at);
            post.Write(tale.Markdown, tale.Summary, ArticleMarkdown.Render(tale.Markdown, surroundings), blog.Settings.Posts.WordsPerMinute, at);
            post.FileUnder(await CategoriesAsync(db, tale.Categories), await TagsAsync(db, tale.Tags));
            if (tale.Cover is not null)
            {
                post.Cover(tale.Cover, "Een punt", "De omslag", 1280, 720);
            }

            PutIn(post, tale.State, at);
            db.Posts.Add(post);
            return post;
        });
    }

    public static Task<Category> CategoryAsync(this TestBlog blog, string name, string? under = null, string description = "") => blog.WriteAsync(async db =>
    {
        var parent = under is null ? null : await db.Categories.SingleAsync(c => c.Name == under);
        return db.Categories.Add(Category.Named(name, Slug.From(name), description, parent)).Entity;
    });

    public static Task<Block> BlockAsync(this TestBlog blog, string name, string title, string markdown, string? underCategory = null) => blog.WriteAsync(async db =>
    {
        var category = underCategory is null ? null : await db.Categories.SingleAsync(c => c.Name == underCategory);
        return db.Blocks.Add(Block.Named(name, title, markdown, ArticleMarkdown.Render(Block.AsTip(title, markdown)), category)).Entity;
    });

    public static Task<string> PictureAsync(this TestBlog blog) => blog.Services.GetRequiredService<MediaStore>().AddAsync(Dot, ".png", CancellationToken.None);

    /// <summary>Changes a stored post, as an editor would.</summary>
    public static Task ChangeAsync(this TestBlog blog, Post post, Action<Post> change) => blog.WriteAsync(async db =>
    {
        change(await db.Posts.SingleAsync(p => p.Id == post.Id));
        return true;
    });

    public static Task MoveAsync(this TestBlog blog, Post post, string slug) => blog.WriteAsync(async db =>
        db.FormerSlugs.Add((await db.Posts.SingleAsync(p => p.Id == post.Id)).MoveTo(slug)).Entity);

    /// <summary>Deleted for good: only the address is remembered.</summary>
    public static Task DeleteAsync(this TestBlog blog, Post post) => blog.WriteAsync(async db =>
    {
        db.Posts.Remove(await db.Posts.SingleAsync(p => p.Id == post.Id));
        return db.FormerSlugs.Add(FormerSlug.OfDeleted(post.Kind, post.Slug)).Entity;
    });

    public static void PutIn(Post post, PostState state, DateTimeOffset at)
    {
        switch (state)
        {
            case PostState.Published:
                post.Publish(at);
                break;
            case PostState.Scheduled:
                post.Schedule(at.AddDays(1));
                break;
            case PostState.Private:
                post.Publish(at);
                post.MakePrivate();
                break;
            case PostState.Trash:
                post.Publish(at);
                post.MoveToTrash(at);
                break;
        }
    }

    private static async Task<List<Category>> CategoriesAsync(BlogDb db, IReadOnlyList<string> names)
    {
        var found = await db.Categories.Where(c => names.Contains(c.Name)).ToListAsync();
        return [.. names.Select(name => found.Single(c => c.Name == name))];
    }

    private static async Task<List<Tag>> TagsAsync(BlogDb db, IReadOnlyList<string> names)
    {
        var found = await db.Tags.Where(t => names.Contains(t.Name)).ToListAsync();
        return [.. names.Select(name => found.SingleOrDefault(t => t.Name == name) ?? db.Tags.Add(Tag.Named(name, Slug.From(name))).Entity)];
    }
}
