using Bijgespijkerd.Web.Comments.Posting;

namespace Bijgespijkerd.Web.Moderation.Reports;

/// <summary>How often one address reports.</summary>
public sealed class ReportGate(TimeProvider time) : SenderGate(time)
{
    protected override GateLimits Limits { get; } = new(5, TimeSpan.FromHours(1));
}
