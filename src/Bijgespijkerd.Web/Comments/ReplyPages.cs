using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>The post page with a form in it that answers a comment, or that gives back what was typed.</summary>
public sealed class ReplyPages(BlogDb db, BlogSettings settings, PostPageLoader loader)
{
    /// <summary>The form to answer a comment, empty: where "Beantwoorden" leads without script.</summary>
    public Task<IActionResult> AnswerAsync(Controller controller, PostBody post, long answers, CancellationToken cancel) =>
        FormAsync(controller, post, form => form, answers, StatusCodes.Status200OK, cancel);

    /// <summary>The page on which the answered comment stands, with the form under it; without one, under all comments.</summary>
    public async Task<IActionResult> FormAsync(
        Controller controller, PostBody post, Func<ReplyForm, ReplyForm> fill, long? answers, int status, CancellationToken cancel)
    {
        var (page, target) = await PageAsync(post, answers, cancel);
        if (page.Form is not { } form)
        {
            return HttpMethods.IsPost(controller.Request.Method)
                ? await ClosedAsync(controller, post, fill(new ReplyForm("")).Typed, cancel)
                : controller.View("/Posts/Post.cshtml", page);
        }

        var filled = fill(form with { Answers = target });
        var failed = filled.Errors.Count > 0 || filled.Trouble is not null;
        controller.Response.StatusCode = status;
        controller.Response.Headers.CacheControl = "private, no-store";
        return controller.View("/Posts/Post.cshtml", page with
        {
            Form = filled,
            Head = failed ? Failed(page.Head) : page.Head,
        });
    }

    public async Task<IActionResult> ClosedAsync(Controller controller, PostBody post, CommentForm form, CancellationToken cancel)
    {
        var page = (await loader.PageAsync(post, 1, null, cancel))!;
        controller.Response.StatusCode = StatusCodes.Status409Conflict;
        controller.Response.Headers.CacheControl = "private, no-store";
        return controller.View("/Posts/Post.cshtml", page with { Form = null, LostText = form.Body, Head = Failed(page.Head) });
    }

    private Platform.Web.PageHead Failed(Platform.Web.PageHead head) =>
        head with { Title = string.Format(Platform.Web.SiteClock.Dutch, CommentTexts.ErrorTitle, settings.Title) };

    private async Task<(PostPage Page, ReplyTarget? Target)> PageAsync(PostBody post, long? answers, CancellationToken cancel)
    {
        var parent = answers is null ? null : await db.Comments
            .Where(c => c.Id == answers && c.PostId == post.Id && c.State == CommentState.Published)
            .Select(CommentRow.From).SingleOrDefaultAsync(cancel);
        if (parent is null || ThreadQueries.IsClosed(db, ThreadPath.RootId(parent.Path)))
        {
            return ((await loader.PageAsync(post, 1, null, cancel))!, null);
        }

        var path = await CommentPlace.PageAsync(db, post.Id, post.Path, parent.Id, parent.Path, settings.Comments, cancel);
        var target = new ReplyTarget(parent.Id, parent.Number, parent.Name, path + CommentAddress.Anchor(parent.Id));
        if (path == CommentAddress.Thread(parent.Id))
        {
            return (await loader.ThreadAsync(post, parent, cancel), target);
        }

        var number = path == post.Path ? 1 : int.Parse(path[(path.LastIndexOf('/') + 1)..], Platform.Web.SiteClock.Dutch);
        return ((await loader.PageAsync(post, number, null, cancel))!, target);
    }
}
