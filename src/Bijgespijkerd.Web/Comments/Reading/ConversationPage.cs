namespace Bijgespijkerd.Web.Comments.Reading;

/// <summary>Where a page of comments stands among the others.</summary>
/// <param name="Continues">The comment with which a thread too long for this page goes on.</param>
/// <param name="ThreadStart">On a page of one long thread: its first comment.</param>
public sealed record ConversationPage(string PostPath, int Number, int Pages, bool NewestFirst, long? Continues, long? ThreadStart)
{
    public long? From { get; init; }

    /// <summary>Address of this very page, for forms and links that come back to it.</summary>
    public string Path => From is { } id ? CommentAddress.Thread(id) : Address(Number);

    public string? Earlier => Number > 1 ? Address(Number - 1) + Order : null;

    public string? Later => Number < Pages ? Address(Number + 1) + Order : null;

    /// <summary>Only when it differs from what the site does by itself.</summary>
    public string Order { get; init; } = "";

    private string Address(int number) => number == 1 ? PostPath : CommentAddress.Page(PostPath, number);
}

/// <summary>What the conversation needs to know of its post.</summary>
public sealed record PostFacts(long Id, string Path, long AuthorId, bool TakesComments, TalkShape Talk);

/// <summary>What a post's own row and its page boundaries tell of its conversation, so that a short one needs no look at them.</summary>
/// <param name="SecondPage">The path with which the second page begins; null when there is one page at most.</param>
public sealed record TalkShape(int Pages, string? SecondPage, bool HasMentions);
