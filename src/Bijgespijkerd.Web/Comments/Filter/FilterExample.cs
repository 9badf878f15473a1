using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Comments.Filter;

/// <summary>What a decision about a comment taught the filter, kept so that it can be forgotten, or learnt anew with all others.</summary>
public sealed class FilterExample
{
    private FilterExample() { }

    public long CommentId { get; private set; }
    public bool IsSpam { get; private set; }

    /// <summary>The features it was learnt by, a line each: a text that is changed later would have others.</summary>
    public string Features { get; private set; } = "";
    public DateTimeOffset LearntAt { get; private set; }

    public IReadOnlyList<string> All => Features.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static FilterExample Of(long commentId, bool isSpam, IEnumerable<string> features, DateTimeOffset now) =>
        new() { CommentId = commentId, IsSpam = isSpam, Features = string.Join('\n', features), LearntAt = now };
}

/// <summary>In how many examples a feature was seen; those of the base set are not among them.</summary>
public sealed class FilterCount
{
    private FilterCount() { }

    /// <summary>The feature; empty for all examples together.</summary>
    public string Feature { get; private set; } = "";
    public int Spam { get; private set; }
    public int Good { get; private set; }
}

internal sealed class FilterExampleMapping : IEntityTypeConfiguration<FilterExample>
{
    public void Configure(EntityTypeBuilder<FilterExample> builder)
    {
        builder.HasKey(e => e.CommentId);
        builder.Property(e => e.CommentId).ValueGeneratedNever();
        builder.Limit(nameof(FilterExample.Features), 100_000);
        builder.Ignore(e => e.All);
    }
}

internal sealed class FilterCountMapping : IEntityTypeConfiguration<FilterCount>
{
    public void Configure(EntityTypeBuilder<FilterCount> builder)
    {
        builder.HasKey(c => c.Feature);
        builder.Limit(nameof(FilterCount.Feature), Limits.Reason);
    }
}
