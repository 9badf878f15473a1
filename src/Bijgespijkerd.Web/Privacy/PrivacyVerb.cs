using System.Globalization;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Privacy;

/// <summary>
/// For after a leak, and after a backup was put back. All but <c>reapply</c> only read, beside a serving site.
/// </summary>
public sealed class PrivacyVerb(DatabaseStart start, IServiceScopeFactory scopes, Erasing erasing) : IVerb
{
    public string Name => Verb.Privacy.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (words is ["reapply", var file])
        {
            await start.RunAsync(migrate: true, cancel);
            var found = await erasing.RepeatAsync([.. ErasedAddress.Read(await File.ReadAllLinesAsync(file, cancel))], cancel);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Erased again: {found}."));
            return 0;
        }

        if (words is not ([_] or [_, "--since", _]) || SinceOf(words) is not { } since)
        {
            return await WrongAsync(output);
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        return words[0] switch
        {
            "addresses" => await AddressesAsync(db, scope.ServiceProvider.GetServices<IPersonalData>(), since, output, cancel),
            "audit" => await AuditAsync(db, since, output, cancel),
            "erasures" => await ErasuresAsync(db, since, output, cancel),
            _ => await WrongAsync(output),
        };
    }

    /// <summary>Whom to tell: everybody of whom an address is kept, a line each.</summary>
    private static async Task<int> AddressesAsync(BlogDb db, IEnumerable<IPersonalData> parts, DateTimeOffset since, TextWriter output, CancellationToken cancel)
    {
        var all = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            all.UnionWith(await part.AddressesAsync(db, since, cancel));
        }

        all.UnionWith(await db.Accounts.Where(a => a.EmailKey != null).Select(a => a.EmailKey!).ToListAsync(cancel));
        foreach (var address in all)
        {
            await output.WriteLineAsync(address);
        }

        return 0;
    }

    private static async Task<int> AuditAsync(BlogDb db, DateTimeOffset since, TextWriter output, CancellationToken cancel)
    {
        await foreach (var entry in db.AuditEntries.Where(e => e.At >= since).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await output.WriteLineAsync(string.Join('\t', entry.At.ToString("o", CultureInfo.InvariantCulture), OneLine(entry.Who), entry.Action, OneLine(entry.Subject)));
        }

        return 0;
    }

    private static async Task<int> ErasuresAsync(BlogDb db, DateTimeOffset since, TextWriter output, CancellationToken cancel)
    {
        await foreach (var erasure in db.Set<Erasure>().Where(e => e.At >= since).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            await output.WriteLineAsync(ErasedAddress.Of(erasure).Line);
        }

        return 0;
    }

    private static DateTimeOffset? SinceOf(IReadOnlyList<string> words) => words.Count == 1 ? DateTimeOffset.MinValue
        : DateTimeOffset.TryParse(words[2], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : null;

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static async Task<int> WrongAsync(TextWriter output)
    {
        await output.WriteLineAsync(Verb.Privacy.Usage);
        return 2;
    }
}
