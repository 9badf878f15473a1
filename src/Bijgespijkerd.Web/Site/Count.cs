using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Site;

/// <summary>Numbers in words: "1 reactie", "2.946 reacties".</summary>
public static class Count
{
    public static string Of(int number, string one, string many) => number == 1
        ? string.Format(SiteClock.Dutch, one, "1")
        : string.Format(SiteClock.Dutch, many, number.ToString("#,0", SiteClock.Dutch));

    public static string Reactions(int number) => number == 0 ? CommentTexts.Heading0 : Of(number, CommentTexts.Heading1, CommentTexts.HeadingN);

    public static string ReadingTime(int minutes) => Of(minutes, PostTexts.ReadingTime1, PostTexts.ReadingTimeN);
}
