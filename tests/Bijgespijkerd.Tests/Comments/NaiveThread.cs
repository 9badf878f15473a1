using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>What readers should see of a conversation, computed the slow and plain way from all its rows.</summary>
internal sealed class NaiveThread(IReadOnlyList<Comment> rows)
{
    private const int KeptLevels = 10;

    public int Published => rows.Count(c => c.State == CommentState.Published);

    public bool IsShown(Comment comment) => comment.State == CommentState.Published || VisibleReplies(comment) > 0;

    public int VisibleReplies(Comment comment) => Answers(comment).Count(IsShown);

    public IReadOnlyList<long> Markers => [.. rows.Where(c => c.State != CommentState.Published && IsShown(c)).Select(c => c.Id).Order()];

    public IReadOnlyList<IReadOnlyList<long>> Threads => [.. rows.Where(c => c.ParentId is null && IsShown(c)).OrderBy(c => c.Id)
        .Select(root => (IReadOnlyList<long>)[.. Walk(root, 1).Where(IsShown).Select(c => c.Id)])];

    public IReadOnlyList<long> Order => [.. Threads.SelectMany(t => t)];

    /// <summary>Depth first, oldest first; below the tenth level all that follows stands by age alone.</summary>
    private IEnumerable<Comment> Walk(Comment comment, int level) => level < KeptLevels
        ? Answers(comment).SelectMany(answer => Walk(answer, level + 1)).Prepend(comment)
        : All(comment).OrderBy(c => c.Id);

    private IEnumerable<Comment> All(Comment comment) => Answers(comment).SelectMany(All).Prepend(comment);

    private IEnumerable<Comment> Answers(Comment comment) => rows.Where(c => c.ParentId == comment.Id).OrderBy(c => c.Id);
}
