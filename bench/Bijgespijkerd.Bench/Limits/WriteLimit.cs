using Bijgespijkerd.Web.Comments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bijgespijkerd.Bench.Limits;

/// <summary>Takes the same forms and stores the same rows, without any of the rest: no checks, no pages, no answer but the redirect.</summary>
public static class WriteLimit
{
    public static WebApplication Build(WebApplicationBuilder builder, string folder)
    {
        var store = new GroupCommit(Path.Combine(folder, "bijgespijkerd.db"));
        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(store.Dispose);
        app.Run(async context =>
        {
            var form = await context.Request.ReadFormAsync();
            var slug = context.Request.Path.Value!.Split('/')[2];
            var parent = long.TryParse(form[nameof(CommentForm.ParentId)], out var id) ? id : (long?)null;
            var stored = await store.AddAsync(new NewComment(slug, parent, form[nameof(CommentForm.Name)]!, form[nameof(CommentForm.Email)]!, form[nameof(CommentForm.Body)]!));
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"/artikel/{slug}#reactie-{stored}";
        });
        return app;
    }
}

public sealed record NewComment(string Slug, long? Parent, string Name, string Email, string Body)
{
    public TaskCompletionSource<long> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
