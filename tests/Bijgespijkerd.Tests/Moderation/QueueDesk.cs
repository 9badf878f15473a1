using System.Globalization;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Moderation.Decisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Bijgespijkerd.Tests.Editing;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>Moderators at work: comments that wait, and the queue's buttons pressed as a browser without script would.</summary>
internal static class QueueDesk
{
    public const string Path = "/beheer/reacties";
    public const string Mo = "Mo Haddad";

    public static Task<HttpClient> ModeratorAsync(this TestBlog blog) => blog.DeskAsync(Mo, Role.Moderator);

    /// <summary>A comment in some state, with why it is there.</summary>
    public static Task<Comment> CommentInAsync(
        this TestBlog blog, Post post, CommentState state, string name = Cast.Tijmen, string text = "Mag dit?", Comment? answers = null, params CommentReason[] reasons) => blog.WriteAsync(async db =>
    {
        var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
        var parent = answers is null ? null : await db.Comments.SingleAsync(c => c.Id == answers.Id);
        var comment = Comment.On(
            stored, parent, blog.Services.GetRequiredService<IdSequence>().NextComment(), new Commenter(name, Cast.Email(name), null, 1), text, CommentMarkdown.Render(text), blog.Clock.GetUtcNow());
        foreach (var reason in reasons)
        {
            comment.Note(reason);
        }

        db.Comments.Add(comment);
        var threads = new PostThreads(db, stored, blog.Settings.Comments.PerPage);
        await (state == CommentState.Published
            ? threads.PublishAsync(comment, blog.Clock.GetUtcNow(), CancellationToken.None)
            : threads.HideAsync(comment, state, CommentRemover.Nobody, blog.Clock.GetUtcNow(), CancellationToken.None));
        return comment;
    });

    public static Task<Comment> HeldAsync(this TestBlog blog, Post post, string name = Cast.Tijmen, string text = "Mag dit?", Comment? answers = null) =>
        blog.CommentInAsync(post, CommentState.Held, name, text, answers, new CommentReason("first"));

    public static Task<Comment> CommentAsync(this TestBlog blog, long id) => blog.ReadAsync(db => db.Comments.Include(c => c.Reasons).SingleAsync(c => c.Id == id));

    public static Task<List<Decision>> DecisionsAsync(this TestBlog blog) => blog.ReadAsync(db => db.Set<Decision>().OrderBy(d => d.Id).ToListAsync());

    /// <summary>The button of one comment.</summary>
    public static Task<Page> DecideAsync(this HttpClient desk, string button, Comment comment, params (string Field, string Value)[] more) =>
        desk.PressAsync(Path, [(button, Number(comment.Id)), .. more]);

    /// <summary>A button above the list, for several.</summary>
    public static Task<Page> DecideAllAsync(this HttpClient desk, string action, IEnumerable<Comment> comments, params (string Field, string Value)[] more) =>
        desk.PressAsync(Path, [("Actie", action), .. comments.Select(c => ("Id", Number(c.Id))), .. more]);

    public static Task<Page> RejectAsync(this HttpClient desk, Comment comment, string reason) => desk.DecideAsync("Afwijzen", comment, ("Bevestigd", "ja"), ("Reden", reason));

    /// <summary>The undo button in the line that told of the latest decision.</summary>
    public static async Task<Page> UndoAsync(this HttpClient desk, TestBlog blog) =>
        await desk.PressAsync(Path + "/ongedaan", ("batch", Number((await blog.DecisionsAsync())[^1].Batch)));

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The comments that a page of the queue shows, in its order.</summary>
    public static IReadOnlyList<long> Shown(this Page page) => [.. page.All(".q-list > .q").Select(q => long.Parse(q.GetAttribute("data-id")!, CultureInfo.InvariantCulture))];
}
