using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>A fact about this database that the program itself keeps: secrets, versions, what it was packed with.</summary>
public sealed class SiteValue
{
    private SiteValue() { }

    public SiteValue(string key, string value) => (Key, Value) = (key, value);

    public string Key { get; private set; } = "";
    public string Value { get; private set; } = "";

    public void Becomes(string value) => Value = value;
}

internal sealed class SiteValueMapping : IEntityTypeConfiguration<SiteValue>
{
    public void Configure(EntityTypeBuilder<SiteValue> builder)
    {
        builder.HasKey(v => v.Key);
        builder.Property(v => v.Key).HasMaxLength(100);
        builder.Property(v => v.Value).HasMaxLength(4000);
    }
}
