using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Web.Filtering;

/// <summary>A comment of the past that a rule would have caught.</summary>
/// <param name="Text">A piece of its text around the first find.</param>
/// <param name="Marked">Where in that piece the words stand.</param>
/// <param name="Found">What was found, when it does not stand in the text.</param>
public sealed record CaughtComment(long Id, string Name, CommentState State, DateTimeOffset At, string Text, IReadOnlyList<TextPlace> Marked, string? Found);

/// <summary>What a rule would have done to the comments of the past, split by what was decided about them then.</summary>
/// <param name="Considered">How many were looked at.</param>
public sealed record RehearsalResult(int Considered, IReadOnlyDictionary<CommentState, int> Caught, IReadOnlyList<CaughtComment> Examples)
{
    public int All => Caught.Values.Sum();

    public int Of(CommentState state) => Caught.GetValueOrDefault(state);
}
