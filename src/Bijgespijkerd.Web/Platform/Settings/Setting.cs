using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>A choice made in the panel. What nobody chose has no value here, and follows the standard.</summary>
public sealed class Setting
{
    private Setting() { }

    /// <summary>Without <c>Blog:</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Null: the standard.</summary>
    public string? Value { get; private set; }

    /// <summary>What it was before the last change, to go back to.</summary>
    public string? Former { get; private set; }

    /// <summary>One moment for all that was saved together, and never the same for two saves.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static Setting Named(string key) => new() { Key = key };

    public void Becomes(string? value, DateTimeOffset now) => (Former, Value, ChangedAt) = (Value, value, now);
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    private const int Longest = 1_000;

    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("Settings");
        builder.HasKey(s => s.Key);
        builder.Limit(nameof(Setting.Key), Limits.Name, notEmpty: true);
        builder.Limit(nameof(Setting.Value), Longest);
        builder.Limit(nameof(Setting.Former), Longest);
    }
}
