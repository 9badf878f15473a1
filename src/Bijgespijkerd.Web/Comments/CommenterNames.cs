namespace Bijgespijkerd.Web.Comments;

/// <summary>Who was heard so far under a post: an @naam leads to their latest comment before it.</summary>
internal sealed class CommenterNames
{
    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Links => _links;

    public void Remember(Comment comment, List<Comment> published)
    {
        if (published.Count > 0 && ReferenceEquals(published[^1], comment))
        {
            Remember(comment);
        }
    }

    public void Remember(Comment comment)
    {
        var link = CommentAddress.Permalink(comment.Id);
        _links[comment.NameKey] = link;
        _links[comment.NameKey.Split(' ')[0]] = link;
    }
}
