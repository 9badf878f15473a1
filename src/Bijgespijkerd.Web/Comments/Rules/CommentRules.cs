using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Bijgespijkerd.Web.Comments.Rules;

/// <summary>What the rules found in a comment: the words or addresses as they stand there.</summary>
public sealed record FoundByRules(IReadOnlyList<string> Blocked, IReadOnlyList<string> Watched)
{
    public static FoundByRules Nothing { get; } = new([], []);
}

/// <summary>The rules in force, kept in memory: every comment is held against all of them.</summary>
public sealed class CommentRules(IServiceScopeFactory scopes, SiteSecret secret) : ICommitListener
{
    private static readonly PageTag Changed = new("regels voor reacties");

    private volatile IReadOnlyList<RuleInForce>? _rules;

    public async Task<FoundByRules> FindAsync(RuledComment comment, CancellationToken cancel)
    {
        var rules = _rules ?? await LoadAsync(cancel);
        if (rules.Count == 0)
        {
            return FoundByRules.Nothing;
        }

        var erased = comment.Email is { } email && rules.Any(r => r.Rule is null) ? WordRule.PatternOf(secret, EmailAddress.Key(email)) : null;
        var found = rules.Select(r => (r.Action, Match: r.Find(comment, erased))).Where(f => f.Match is not null).ToList();
        return new(Words(RuleAction.Block), Words(RuleAction.Watch));

        IReadOnlyList<string> Words(RuleAction action) =>
            [.. found.Where(f => f.Action == action).Select(f => f.Match!.Found).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public void Saving(ChangeTracker changes, ISet<PageTag> changed)
    {
        if (changes.Entries<WordRule>().Any(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            changed.Add(Changed);
        }
    }

    public IReadOnlyList<Task> Committed(IReadOnlyList<IReadOnlySet<PageTag>> units)
    {
        if (units.Any(unit => unit.Contains(Changed)))
        {
            _rules = null;
        }

        return [];
    }

    private async Task<IReadOnlyList<RuleInForce>> LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<BlogDb>().WordRules.OrderBy(r => r.Id).ToListAsync(cancel);
        List<RuleInForce> rules =
        [
            .. from rule in stored
               let parsed = rule.IsOfErasedAddress ? null : CommentRule.Parse(rule.Pattern)
               where parsed is not null || rule.IsOfErasedAddress
               select new RuleInForce(rule.Pattern, parsed, rule.Action),
        ];
        return _rules = rules;
    }

    /// <param name="Rule">Null for an address that is known by its hash alone.</param>
    private sealed record RuleInForce(string Pattern, CommentRule? Rule, RuleAction Action)
    {
        public RuleMatch? Find(RuledComment comment, string? erased) => Rule is not null ? Rule.Find(comment) : erased == Pattern ? new RuleMatch(comment.Email!, []) : null;
    }
}
