using System.Text.RegularExpressions;
using Bijgespijkerd.Text;
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
public sealed partial class WordRule
{
    private WordRule() { }

    public long Id { get; private set; }

    /// <summary>As typed; <see cref="CommentRule"/> reads it. Of an address that its owner had erased a keyed hash.</summary>
    public string Pattern { get; private set; } = "";
    public RuleAction Action { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Who added it, by the name at that moment.</summary>
    public string AddedBy { get; private set; } = "";

    /// <summary>It goes on for an address that is not kept any more.</summary>
    public bool IsOfErasedAddress => IsErased(Pattern);

    /// <summary>Rules that find the same have one key.</summary>
    public string Key => KeyOf(Pattern);

    public static WordRule Of(string pattern, RuleAction action, string by, DateTimeOffset now) =>
        new() { Pattern = pattern, Action = action, AddedBy = by, AddedAt = now };

    /// <summary>The form of <see cref="PatternOf"/>.</summary>
    public static bool IsErased(string pattern) => ErasedPattern().IsMatch(pattern);

    /// <summary>Of a text that is no rule: itself.</summary>
    public static string KeyOf(string pattern) => IsErased(pattern) ? pattern : CommentRule.Parse(pattern)?.Key ?? pattern;

    /// <summary>What stands for an erased address: it finds that address again, and tells nobody which it is.</summary>
    public static string PatternOf(SiteSecret secret, string emailKey) => "adres:" + Convert.ToHexStringLower(secret.Hash("erased rule", emailKey));

    /// <summary>It looks for this one address.</summary>
    public bool IsOf(string emailKey) => CommentRule.Parse(Pattern) is { Kind: RuleKind.Email } rule && rule.Key == KeyOf(emailKey);

    public void Becomes(RuleAction action) => Action = action;

    public void ForgetAddress(SiteSecret secret, string emailKey) => Pattern = PatternOf(secret, emailKey);

    [GeneratedRegex("^adres:[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex ErasedPattern();
}

internal sealed class WordRuleMapping : IEntityTypeConfiguration<WordRule>
{
    public void Configure(EntityTypeBuilder<WordRule> builder)
    {
        builder.Limit(nameof(WordRule.Pattern), WordPattern.MaxLength, notEmpty: true);
        builder.Limit(nameof(WordRule.AddedBy), Limits.Name);
        builder.Ignore(r => r.IsOfErasedAddress).Ignore(r => r.Key);
        builder.HasIndex(r => r.Pattern).IsUnique();
    }
}

public static class WordRuleQueries
{
    /// <summary>In the lane: the rule that finds the same, however it was typed.</summary>
    public static async Task<WordRule?> RuleLikeAsync(this BlogDb db, string pattern, CancellationToken cancel)
    {
        var key = WordRule.KeyOf(pattern);
        return (await db.WordRules.AsTracking().OrderBy(r => r.Id).ToListAsync(cancel)).Find(r => r.Key == key);
    }
}
