namespace Bijgespijkerd.Web.Comments;

/// <summary>The form under a post or under the comment that is answered, with what was typed and what is wrong with it.</summary>
public sealed record ReplyForm(string Action)
{
    public CommentForm Typed { get; init; } = new();
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();
    public ReplyTarget? Answers { get; init; }
    public Bijgespijkerd.Text.SafeHtml? Preview { get; init; }

    /// <summary>Why the whole of it was not taken, when no field is to blame.</summary>
    public string? Trouble { get; init; }
    public bool RequiresEmail { get; init; } = true;

    /// <summary>Who is signed in; null for everybody else, on the page that is the same for all.</summary>
    public Signer? Signer { get; init; }

    /// <summary>The services that strangers may sign in with instead of giving a name.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Where this page is, to come back to.</summary>
    public string Page { get; init; } = "";

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

public sealed record ReplyTarget(long Id, int? Number, string Name, string Back);
