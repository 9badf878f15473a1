using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Bench.Data;

/// <summary>Writes a set into an empty database as the program itself would have filled it, by prepared statements in one transaction.</summary>
public sealed class DataWriter(SqliteConnection connection, DataSpec spec)
{
    private const int Authors = 8;
    private const int Categories = 12;
    private const int Tags = 60;
    private static readonly long Start = new DateTimeOffset(2014, 1, 6, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly long BetweenPosts = (long)TimeSpan.FromHours(9).TotalMilliseconds;

    private readonly Dice _dice = new(20_140_106);

    public void Write()
    {
        var text = new DutchText(_dice);
        var plan = spec.Plan(_dice);
        var talk = new TalkPlan([.. plan.Select((p, n) => (PublishedAt(n), p.Comments))], _dice);
        using var transaction = connection.BeginTransaction();
        WriteTopics(text);
        WritePosts(plan, talk, text);
        WriteComments(talk, text);
        transaction.Commit();
    }

    private static long PublishedAt(int post) => Start + (post * BetweenPosts);

    private void WriteTopics(DutchText text)
    {
        using var authors = new RowWriter(connection, "Authors", "Id", "Name", "Slug", "Bio", "Tint");
        using var categories = new RowWriter(connection, "Categories", "Id", "Name", "Slug", "Description");
        using var tags = new RowWriter(connection, "Tags", "Id", "Name", "Slug");
        for (var id = 1; id <= Authors; id++)
        {
            authors.Write(id, text.Name(), $"schrijver-{id}", text.Paragraph(3), 1 + _dice.Next(6));
        }

        for (var id = 1; id <= Categories; id++)
        {
            categories.Write(id, $"Onderwerp {id}", $"onderwerp-{id}", text.Sentence());
        }

        for (var id = 1; id <= Tags; id++)
        {
            tags.Write(id, $"label {id}", $"label-{id}");
        }
    }

    private void WritePosts(IReadOnlyList<(string Slug, int Comments)> plan, TalkPlan talk, DutchText text)
    {
        var articles = Rendered.Articles(150, text);
        var last = LastComments(plan.Count, talk);
        using var posts = new RowWriter(
            connection, "Posts", "Id", "CommentsOpen", "CommentCount", "MentionCount", "LastNumber", "LastCommentAt", "Kind", "Title", "Slug", "Summary", "Teaser",
            "Markdown", "Html", "PlainText", "RendererVersion", "ReadingMinutes", "CoverAlt", "CoverCaption", "CoverWidth", "CoverHeight", "AuthorId", "State",
            "CreatedAt", "PublishedAt", "UpdatedAt");
        using var categories = new RowWriter(connection, "PostCategories", "PostId", "CategoryId", "Position");
        using var tags = new RowWriter(connection, "PostTags", "PostId", "TagId");
        for (var n = 0; n < plan.Count; n++)
        {
            var (at, article, summary) = (PublishedAt(n), _dice.Pick(articles), text.Sentence());
            posts.Write(
                n + 1, 1, plan[n].Comments, 0, plan[n].Comments, last[n] == 0 ? null : last[n], (int)PostKind.Article, $"{text.Title()} ({(n + 1).ToString(CultureInfo.InvariantCulture)})",
                plan[n].Slug, summary, summary, article.Markdown, article.Html, article.Plain, ArticleMarkdown.Version, ReadingTime.Minutes(article.Words, 160),
                "", "", 0, 0, 1 + _dice.Next(Authors), (int)PostState.Published, at, at, at);
            var category = _dice.Next(Categories);
            categories.Write(n + 1, 1 + category, 0);
            for (var tag = _dice.Next(5); tag > 0; tag--)
            {
                tags.Write(n + 1, (tag * 12) - _dice.Next(12));
            }
        }
    }

    private static long[] LastComments(int posts, TalkPlan talk)
    {
        var last = new long[posts];
        for (var i = 0; i < talk.Post.Length; i++)
        {
            last[talk.Post[i]] = talk.At[i];
        }

        return last;
    }

    private void WriteComments(TalkPlan talk, DutchText text)
    {
        var (texts, people) = (Rendered.Comments(3_000, text), Person.Crowd(5_000, _dice, text));
        var (paths, depths, numbers) = (new string[talk.Post.Length], new int[talk.Post.Length], new int[talk.Post.Max() + 1]);
        using var comments = new RowWriter(
            connection, "Comments", "Id", "PostId", "ParentId", "Path", "Depth", "Number", "Name", "NameKey", "Email", "EmailKey", "Tint", "Markdown", "Html", "RendererVersion",
            "State", "RemovedBy", "CreatedAt", "PublishedAt", "StateSince", "VisibleReplies", "IsShown", "VisitorHash", "KeyHash", "Fingerprint", "IsNews", "OpenReports", "RepliesClosed");
        for (var i = 0; i < paths.Length; i++)
        {
            var (id, parent, at) = ((long)i + 1, talk.Parent[i], DateTimeOffset.FromUnixTimeMilliseconds(talk.At[i]));
            paths[i] = parent < 0 ? ThreadPath.Root(at, id) : ThreadPath.Under(paths[parent], at, id);
            depths[i] = parent < 0 ? 1 : depths[parent] + 1;
            var (by, said) = (_dice.Pick(people), _dice.Pick(texts));
            comments.Write(
                id, talk.Post[i] + 1, parent < 0 ? null : (long)parent + 1, paths[i], depths[i], ++numbers[talk.Post[i]], by.Name, by.NameKey, by.Email, by.EmailKey, by.Tint,
                said.Markdown, said.Html, CommentMarkdown.Version, (int)CommentState.Published, (int)CommentRemover.Nobody, talk.At[i], talk.At[i], talk.At[i],
                talk.Replies[i], 1, by.VisitorHash, _dice.Bytes(32), _dice.Bytes(32), 0, 0, 0);
        }
    }
}
