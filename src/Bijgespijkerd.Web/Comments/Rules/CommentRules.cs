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
public sealed class CommentRules(IServiceScopeFactory scopes) : ICommitListener
{
    private static readonly PageTag Changed = new("regels voor reacties");

    private volatile IReadOnlyList<(CommentRule Rule, RuleAction Action)>? _rules;

    public async Task<FoundByRules> FindAsync(RuledComment comment, CancellationToken cancel)
    {
        var rules = _rules ?? await LoadAsync(cancel);
        if (rules.Count == 0)
        {
            return FoundByRules.Nothing;
        }

        var found = rules.Select(r => (r.Action, Match: r.Rule.Find(comment))).Where(f => f.Match is not null).ToList();
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

    private async Task<IReadOnlyList<(CommentRule Rule, RuleAction Action)>> LoadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<BlogDb>().WordRules.OrderBy(r => r.Id).ToListAsync(cancel);
        List<(CommentRule, RuleAction)> rules = [.. stored.Select(r => (Rule: CommentRule.Parse(r.Pattern), r.Action)).Where(r => r.Rule is not null).Select(r => (r.Rule!, r.Action))];
        return _rules = rules;
    }
}
