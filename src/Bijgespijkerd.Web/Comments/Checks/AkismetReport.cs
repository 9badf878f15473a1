using System.Text.Json;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>Tells the outside spam service what people decided: a minute later, from the outbox, so that an undo stops it.</summary>
public sealed class AkismetReports(Outbox outbox, SettingsInForce settings, TimeProvider time)
{
    public const string Kind = "akismet";

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);

    /// <summary>In the unit of work of the decision; without a key nothing is ever told.</summary>
    public void Add(BlogDb db, Comment comment)
    {
        if (settings.Now.Akismet.IsOn)
        {
            outbox.Add(db, Kind, JsonSerializer.SerializeToUtf8Bytes(new AkismetReport(comment.Id, comment.State == CommentState.Spam)), time.GetUtcNow() + Wait);
        }
    }
}

internal sealed record AkismetReport(long CommentId, bool IsSpam);

internal sealed class AkismetReportHandler(AkismetClient akismet, IServiceScopeFactory scopes, SettingsInForce settings) : IOutboxHandler
{
    public string Kind => AkismetReports.Kind;

    /// <summary>What was taken back or decided otherwise meanwhile is not told.</summary>
    public async Task HandleAsync(byte[] content, CancellationToken cancel)
    {
        var report = JsonSerializer.Deserialize<AkismetReport>(content) ?? throw new RefusedForGoodException("An empty report");
        await using var scope = scopes.CreateAsyncScope();
        var decided = report.IsSpam ? CommentState.Spam : CommentState.Published;
        var comment = await scope.ServiceProvider.GetRequiredService<BlogDb>().Comments.Include(c => c.Post).SingleOrDefaultAsync(c => c.Id == report.CommentId && c.State == decided && c.Markdown != "", cancel);
        if (comment is not null)
        {
            var permalink = settings.Now.BaseUrl is { } site ? new Uri(site, comment.Post!.Path).ToString() : null;
            await akismet.TellAsync(new AkismetComment(comment.Name, comment.Email, comment.Website, comment.Markdown, comment.SenderAddress, null, permalink, comment.CreatedAt), report.IsSpam, cancel);
        }
    }
}
