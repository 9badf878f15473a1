namespace Bijgespijkerd.Web.Comments;

/// <summary>How many comments stand somewhere, kept by triggers: counting them costs more the longer a site is there. Emptied ones do not count.</summary>
public sealed class CommentTally
{
    /// <summary>The first are the states of a comment, by their number.</summary>
    public const int Held = (int)CommentState.Held;

    /// <summary>Readers reported it, and nobody has looked.</summary>
    public const int Reported = 10;

    private CommentTally() { }

    public int What { get; private set; }
    public int Count { get; private set; }
}
