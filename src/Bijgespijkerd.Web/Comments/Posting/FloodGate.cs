using Bijgespijkerd.Web.Platform.Settings;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>How often one address or e-mail comments.</summary>
public sealed class FloodGate(SettingsInForce settings, TimeProvider time) : SenderGate(time)
{
    protected override GateLimits Limits =>
        new(settings.Now.Comments.FloodPerTenMinutes, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(settings.Now.Comments.FloodSeconds));
}
