namespace Bijgespijkerd.Web.Panel;

/// <summary>A line under "Gezondheid" on the dashboard. A feature that can be in trouble says so there.</summary>
public interface IHealthSign
{
    /// <summary>To whom it is shown.</summary>
    string Policy { get; }

    HealthSign Read(DateTimeOffset now);
}

/// <param name="Badge">The class of the badge.</param>
public sealed record HealthSign(string Label, string Small, string State, string Badge, string Path);
