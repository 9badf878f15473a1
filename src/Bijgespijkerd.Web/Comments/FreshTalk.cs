using System.Net;
using System.Text;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>One of the newest comments of the site, for the home page.</summary>
public sealed record FreshTalk(long Id, string Name, int Tint, string Words, long PostId, string PostTitle)
{
    private const int Shown = 3;
    private const int Longest = 110;

    private static readonly Func<BlogDb, IEnumerable<Fresh>> Newest = EF.CompileQuery((BlogDb db) => db.Comments
        .Where(c => c.State == CommentState.Published && c.Post!.State == PostState.Published)
        .OrderByDescending(c => c.StateSince).Take(Shown)
        .Select(c => new Fresh(c.Id, c.Name, c.Tint, c.Html, c.PostId, c.Post!.Title)));

    public static IReadOnlyList<FreshTalk> Load(BlogDb db) => [.. Newest(db).Select(c => new FreshTalk(c.Id, c.Name, c.Tint, WordsOf(c.Html), c.PostId, c.Title))];

    /// <summary>The beginning of what a reader sees of rendered HTML: without its tags, as the renderer ends each block and line with a line feed.</summary>
    public static string WordsOf(SafeHtml html)
    {
        var text = new StringBuilder();
        var rest = html.ToString().AsSpan();
        while (rest.Length > 0 && text.Length < Longest * 10)
        {
            var tag = rest.IndexOf('<');
            text.Append(tag < 0 ? rest : rest[..tag]);
            rest = tag < 0 ? [] : rest[tag..];
            var end = rest.IndexOf('>');
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return Excerpt.Of(WebUtility.HtmlDecode(text.ToString()), Longest);
    }

    private sealed record Fresh(long Id, string Name, int Tint, SafeHtml Html, long PostId, string Title);
}
