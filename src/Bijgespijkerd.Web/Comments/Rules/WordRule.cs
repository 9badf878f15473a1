using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Comments.Rules;

public enum RuleAction
{
    /// <summary>What it finds is held.</summary>
    Watch = 0,

    /// <summary>What it finds is spam.</summary>
    Block = 1,
}

/// <summary>A line of the lists of watched and blocked words, hosts and addresses.</summary>
public sealed class WordRule
{
    private WordRule() { }

    public long Id { get; private set; }

    /// <summary>As typed; <see cref="Bijgespijkerd.Text.CommentRule"/> reads it.</summary>
    public string Pattern { get; private set; } = "";
    public RuleAction Action { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Who added it, by the name at that moment.</summary>
    public string AddedBy { get; private set; } = "";

    public static WordRule Of(string pattern, RuleAction action, string by, DateTimeOffset now) =>
        new() { Pattern = pattern, Action = action, AddedBy = by, AddedAt = now };

    public void Becomes(RuleAction action) => Action = action;
}

internal sealed class WordRuleMapping : IEntityTypeConfiguration<WordRule>
{
    public void Configure(EntityTypeBuilder<WordRule> builder)
    {
        builder.Limit(nameof(WordRule.Pattern), Bijgespijkerd.Text.WordPattern.MaxLength, notEmpty: true);
        builder.Limit(nameof(WordRule.AddedBy), Limits.Name);
        builder.HasIndex(r => r.Pattern).IsUnique();
    }
}
