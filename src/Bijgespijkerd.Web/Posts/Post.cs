using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;

namespace Bijgespijkerd.Web.Posts;

/// <summary>An article, or a page outside the stream. What it can do is cut by capability: publishing, commenting.</summary>
public sealed partial class Post
{
    private const int TeaserLength = 280;

    private readonly List<PostCategory> _categories = [];
    private readonly List<PostTag> _tags = [];

    private Post() { }

    public long Id { get; private set; }
    public PostKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Summary { get; private set; } = "";

    /// <summary>What lists, feeds and search engines show: the summary, or the beginning of the text.</summary>
    public string Teaser { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public SafeHtml Html { get; private set; }
    public string PlainText { get; private set; } = "";
    public int RendererVersion { get; private set; }
    public int ReadingMinutes { get; private set; }
    public string? CoverPath { get; private set; }
    public string CoverAlt { get; private set; } = "";
    public string CoverCaption { get; private set; } = "";
    public int CoverWidth { get; private set; }
    public int CoverHeight { get; private set; }

    /// <summary>Percents from the left and the top: what stays in sight where the cover is cut.</summary>
    public int CoverFocusX { get; private set; } = CoverFocus.Middle;
    public int CoverFocusY { get; private set; } = CoverFocus.Middle;
    public long AuthorId { get; private set; }
    public Author? Author { get; private set; }
    public PostState State { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Where an imported post came from; unique together with <see cref="SourceId"/>.</summary>
    public string? Source { get; private set; }
    public long? SourceId { get; private set; }

    public IReadOnlyList<PostCategory> Categories => _categories;
    public IReadOnlyList<PostTag> Tags => _tags;

    public static Post Draft(long id, PostKind kind, string title, string slug, Author author, DateTimeOffset now)
    {
        RefuseAddress(kind, slug);
        return new()
        {
            Id = id,
            Kind = kind,
            Title = title,
            Slug = slug,
            Author = author,
            AuthorId = author.Id,
            State = PostState.Draft,
            CommentsOpen = kind == PostKind.Article,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    public void ComesFrom(string source, long sourceId) => (Source, SourceId) = (source, sourceId);

    public void Write(string markdown, string summary, RenderedArticle rendered, int wordsPerMinute, DateTimeOffset now)
    {
        Markdown = markdown;
        Summary = summary;
        TakeRendering(rendered, wordsPerMinute);
        UpdatedAt = now;
    }

    /// <summary>A newer renderer, or a changed block, makes new HTML of the same words: no edit, so no new time.</summary>
    public void TakeRendering(RenderedArticle rendered, int wordsPerMinute)
    {
        Html = rendered.Html;
        PlainText = rendered.PlainText;
        Teaser = Summary.Length > 0 ? Summary : Excerpt.Of(PlainText.ReplaceLineEndings(" "), TeaserLength);
        RendererVersion = ArticleMarkdown.Version;
        ReadingMinutes = ReadingTime.Minutes(rendered.Words, wordsPerMinute);
    }

    /// <summary>Another reading speed: no edit either.</summary>
    public void CountReadingTime(int wordsPerMinute) => ReadingMinutes = ReadingTime.Minutes(WordCount.Of(PlainText), wordsPerMinute);

    public void Cover(string path, string alt, string caption, int width, int height) =>
        (CoverPath, CoverAlt, CoverCaption, CoverWidth, CoverHeight) = (path, alt, caption, width, height);

    public void FocusCover(CoverFocus focus) => (CoverFocusX, CoverFocusY) = (focus.X, focus.Y);

    public void Uncover() => (CoverPath, CoverAlt, CoverCaption, CoverWidth, CoverHeight) = (null, "", "", 0, 0);

    public void WrittenBy(Author author) => (Author, AuthorId) = (author, author.Id);

    public void Rename(string title) => Title = title;

    public void IsBy(Author author) => (Author, AuthorId) = (author, author.Id);

    /// <summary>The first category is the one that is named above the title. What stays is left alone, so that only changes are saved.</summary>
    public void FileUnder(IEnumerable<Category> categories, IEnumerable<Tag> tags)
    {
        var under = categories.DistinctBy(c => c.Slug).ToList();
        _categories.RemoveAll(filed => !under.Exists(c => Is(c.Id, filed.CategoryId, c, filed.Category)));
        foreach (var (position, category) in under.Index())
        {
            if (_categories.Find(filed => Is(category.Id, filed.CategoryId, category, filed.Category)) is { } filed)
            {
                filed.MoveTo(position);
            }
            else
            {
                _categories.Add(new PostCategory(this, category, position));
            }
        }

        var labels = tags.DistinctBy(t => t.Slug).ToList();
        _tags.RemoveAll(label => !labels.Exists(t => Is(t.Id, label.TagId, t, label.Tag)));
        _tags.AddRange(labels.Where(t => !_tags.Exists(label => Is(t.Id, label.TagId, t, label.Tag))).ToList().Select(t => new PostTag(this, t)));

        static bool Is<T>(long id, long stored, T one, T? other)
            where T : class => ReferenceEquals(one, other) || (id != 0 && id == stored);
    }
}
