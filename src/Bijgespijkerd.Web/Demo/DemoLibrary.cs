using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Demo;

/// <summary>Authors, categories, blocks, articles and pages of the demo site.</summary>
public sealed class DemoLibrary(
    BlogDb db, IdSequence ids, SiteSecret secret, MediaStore media, SiteClock clock, BlogSettings settings, string seeds)
{
    private const int CoverWidth = 1600;
    private const int CoverHeight = 900;

    private readonly Dictionary<string, Category> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tag> _tags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafeHtml> _blocks = new(StringComparer.Ordinal);

    public Dictionary<string, Author> Authors { get; } = new(StringComparer.Ordinal);

    public List<Post> Articles { get; } = [];

    public async Task LoadAsync(CancellationToken cancel)
    {
        LoadAuthors();
        LoadCategories();
        LoadBlocks();
        await db.SaveChangesAsync(cancel);
        foreach (var file in SeedFile.In(Path.Combine(seeds, "artikelen")).OrderBy(f => f.Text("published"), StringComparer.Ordinal))
        {
            Articles.Add(await ArticleAsync(file, cancel));
        }

        foreach (var file in SeedFile.In(Path.Combine(seeds, "paginas")))
        {
            var now = Articles.Count > 0 ? Articles[0].CreatedAt : default;
            var page = Post.Draft(ids.NextPost(), PostKind.Page, file.Text("title"), file.Name, Authors.Values.First(), now);
            page.Write(file.Body, file.Text("summary"), Render(file.Body), settings.Posts.WordsPerMinute, now);
            page.ComesFrom(DemoRecord.Source, page.Id);
            page.Publish(now);
            db.Posts.Add(page);
        }

        await db.SaveChangesAsync(cancel);
        await DemoRecord.WriteAsync(db, cancel);
    }

    private void LoadAuthors()
    {
        foreach (var file in SeedFile.In(Path.Combine(seeds, "auteurs")))
        {
            var author = Author.Named(file.Text("name"), file.Name, file.Body.ReplaceLineEndings(" "), secret.Tint(file.Text("email")));
            foreach (var link in file.List("links"))
            {
                var space = link.LastIndexOf(' ');
                author.Link(link[..space].Trim(), link[(space + 1)..]);
            }

            Authors[author.Name] = author;
            db.Authors.Add(author);
        }
    }

    private void LoadCategories()
    {
        foreach (var line in File.ReadLines(Path.Combine(seeds, "onderwerpen.md")).Where(l => l.Contains('|', StringComparison.Ordinal)))
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var parent = _categories.Values.FirstOrDefault(c => c.Slug == parts[2]);
            var category = Category.Named(parts[1], parts[0], parts[3], parent);
            _categories[category.Name] = category;
            db.Categories.Add(category);
        }
    }

    private void LoadBlocks()
    {
        foreach (var file in SeedFile.In(Path.Combine(seeds, "blokken")))
        {
            var under = _categories.GetValueOrDefault(file.Text("category"));
            var rendered = PostRendering.RenderBlock(file.Name, file.Text("title"), file.Body);
            db.Blocks.Add(Block.Named(file.Name, file.Text("title"), file.Body, rendered, under));
            _blocks[file.Name] = rendered.Html;
        }
    }

    private async Task<Post> ArticleAsync(SeedFile file, CancellationToken cancel)
    {
        var at = clock.At(DateTime.ParseExact(file.Text("published"), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        var author = Authors.Values.Single(a => a.Slug == file.Text("author"));
        var post = Post.Draft(ids.NextPost(), PostKind.Article, file.Text("title"), file.Name, author, at);
        post.Write(file.Body, file.Text("summary"), Render(file.Body), settings.Posts.WordsPerMinute, at);
        post.FileUnder(file.List("categories").Select(name => _categories[name]), file.List("tags").Select(TagNamed));
        if (file.Text("cover") is { Length: > 0 } cover)
        {
            var picture = await File.ReadAllBytesAsync(Path.Combine(seeds, "omslagen", cover), cancel);
            post.Cover(await media.AddAsync(picture, Path.GetExtension(cover), cancel), file.Text("cover-alt"), file.Text("cover-caption"), CoverWidth, CoverHeight);
        }

        post.ComesFrom(DemoRecord.Source, post.Id);
        post.Publish(at);
        db.Posts.Add(post);
        db.FormerSlugs.AddRange(file.List("former-slugs").Select(slug => FormerSlug.Of(post, slug)));
        if (file.Text("comments") == "closed")
        {
            _closed.Add(post);
        }

        return post;
    }

    /// <summary>Closed after its conversation was told, as on a real site.</summary>
    public bool IsToBeClosed(Post post) => _closed.Contains(post);

    private readonly HashSet<Post> _closed = [];

    private Tag TagNamed(string name)
    {
        var slug = Slug.From(name);
        if (!_tags.TryGetValue(slug, out var tag))
        {
            tag = _tags[slug] = Tag.Named(name, slug);
            db.Tags.Add(tag);
        }

        return tag;
    }

    private RenderedArticle Render(string markdown) => ArticleMarkdown.Render(markdown, PostRendering.With(_blocks));
}
