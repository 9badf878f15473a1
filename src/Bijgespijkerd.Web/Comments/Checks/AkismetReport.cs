using System.Text.Json;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail.Outbox;

namespace Bijgespijkerd.Web.Comments.Checks;

/// <summary>What a person decided, for the outside spam service: it waits in the outbox like a letter.</summary>
public sealed record AkismetReport(AkismetComment Comment, bool IsSpam)
{
    public const string Kind = "akismet";

    /// <summary>In the unit of work of the decision.</summary>
    public void AddTo(Outbox outbox, BlogDb db) => outbox.Add(db, Kind, JsonSerializer.SerializeToUtf8Bytes(this));
}

internal sealed class AkismetReportHandler(AkismetClient akismet) : IOutboxHandler
{
    public string Kind => AkismetReport.Kind;

    public Task HandleAsync(byte[] content, CancellationToken cancel) =>
        JsonSerializer.Deserialize<AkismetReport>(content) is { } report ? akismet.TellAsync(report.Comment, report.IsSpam, cancel) : throw new RefusedForGoodException("An empty report");
}
