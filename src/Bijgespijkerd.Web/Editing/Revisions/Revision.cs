using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Revisions;

public enum RevisionKind
{
    /// <summary>What stood on the site before anybody edited it here.</summary>
    Before = 0,
    Autosave = 1,
    Saved = 2,

    /// <summary>Put on the site.</summary>
    Published = 3,
    Scheduled = 4,

    /// <summary>An earlier version that became the newest again.</summary>
    Restored = 5,

    /// <summary>Saved by who did not know the newest version: kept, and never the working version by itself.</summary>
    Aside = 6,
}

/// <summary>A version of a post. The newest that was not laid aside is the working version, whatever stands on the site.</summary>
public sealed class Revision : IPostText
{
    private Revision() { }

    public long Id { get; private set; }
    public long PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>Goes up with every save, also with one that takes the place of an autosave: who knows the number knows the text.</summary>
    public int Number { get; private set; }
    public RevisionKind Kind { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The account, null for what was there before.</summary>
    public long? ById { get; private set; }

    /// <summary>The name at that moment; it stays when the account goes.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>One opening of the editor.</summary>
    public string Session { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Markdown { get; private set; } = "";
    public string CoverPath { get; private set; } = "";
    public string CoverAlt { get; private set; } = "";
    public string CoverCaption { get; private set; } = "";
    public bool CoverIsDecoration { get; private set; }
    public string Categories { get; private set; } = "";
    public string Tags { get; private set; } = "";
    public bool CommentsOpen { get; private set; }
    public DateTimeOffset? PublishAt { get; private set; }

    public Manuscript Text => new()
    {
        Title = Title,
        Slug = Slug,
        Summary = Summary,
        Markdown = Markdown,
        CoverPath = CoverPath,
        CoverAlt = CoverAlt,
        CoverCaption = CoverCaption,
        CoverIsDecoration = CoverIsDecoration,
        Categories = Categories,
        Tags = Tags,
        CommentsOpen = CommentsOpen,
        PublishAt = PublishAt,
    };

    public static Revision Of(Post post, int number, RevisionKind kind, Manuscript text, Writing by, DateTimeOffset now)
    {
        var revision = new Revision { Post = post, PostId = post.Id, ById = by.AccountId, ByName = by.Name, Session = by.Session };
        revision.Become(number, kind, text, now);
        return revision;
    }

    /// <summary>What stood on the site before its first edit.</summary>
    public static Revision Before(Post post)
    {
        var revision = new Revision { Post = post, PostId = post.Id };
        revision.Become(1, RevisionKind.Before, Manuscript.Of(post), post.UpdatedAt);
        return revision;
    }

    /// <summary>Written on: the same session saves again.</summary>
    internal void Become(int number, RevisionKind kind, Manuscript text, DateTimeOffset now)
    {
        (Number, Kind, At) = (number, kind, now);
        (Title, Slug, Summary, Markdown) = (text.Title, text.Slug, text.Summary, text.Markdown);
        (CoverPath, CoverAlt, CoverCaption, CoverIsDecoration) = (text.CoverPath, text.CoverAlt, text.CoverCaption, text.CoverIsDecoration);
        (Categories, Tags, CommentsOpen, PublishAt) = (text.Categories, text.Tags, text.CommentsOpen, text.PublishAt);
    }

    internal bool IsOf(Writing writing) => ById == writing.AccountId && Session == writing.Session;
}

/// <summary>Who writes, in which opening of the editor, and which version was the newest that they know.</summary>
public sealed record Writing(long AccountId, string Name, string Session, int Basis)
{
    /// <summary>What they know to have been laid aside for them last; 0: nothing.</summary>
    public int Aside { get; init; }
}
