using System.Buffers;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Site.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Moderation.Reports;

/// <summary>
/// Reports that name an e-mail address. Who wrote one is not kept, so it may be another than the owner of that address: they learn that
/// they are named, and have it taken out; the words go to nobody (see decision 0011).
/// </summary>
public sealed class PersonalReports(WriteLane lane, SiteAddress address, SiteClock clock) : IPersonalData
{
    private static readonly char[] Around = [' ', '\t', '\n', '\r', ',', ';', ':', '(', ')', '<', '>', '[', ']', '"', '‘', '’', '“', '”'];

    /// <summary>An address may have these, but mostly they stand before one: "mail=jan@…", "x/jan@…". Then it is both.</summary>
    private static readonly SearchValues<char> Odd = SearchValues.Create("=/|{*#~`&'");
    private static readonly char[] End = ['.', '!', '?', '\''];

    public async Task<PersonalPart> ReadAsync(BlogDb db, string emailKey, CancellationToken cancel)
    {
        var reports = (await NamingAsync(db, DateTimeOffset.MinValue, cancel)).Where(r => AddressesIn(r.Words).Any(a => EmailAddress.Key(a) == emailKey)).ToList();
        return new(
            "meldingen", ModerationTexts.PersonalHeading,
            reports.Select(r => new PersonalReport(address.Absolute(CommentAddress.Permalink(r.CommentId)), r.Reason.ToString(), r.At)).ToList(),
            [.. reports.Select(r => new PersonalItem(ModerationTexts.PersonalReport, CommentAddress.Permalink(r.CommentId), [ReportWords.Of(r.Reason), clock.DateAndTime(r.At)], ""))]);
    }

    public async Task<IReadOnlyList<string>> AddressesAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel) =>
        [.. (await NamingAsync(db, since, cancel)).SelectMany(r => AddressesIn(r.Words)).Select(EmailAddress.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>Whose name stands in the words nobody can tell.</summary>
    public Task CorrectAsync(string emailKey, PersonalName to, CancellationToken cancel) => Task.CompletedTask;

    public Task LetGoAsync(string emailKey, DateTimeOffset until, bool keepsWords, CancellationToken cancel) => lane.WriteWhenThereIsRoomAsync(
        async (db, token) =>
        {
            foreach (var report in await db.CommentReports.AsTracking().Where(r => r.Words.Contains('@') && r.At <= until).ToListAsync(token))
            {
                var words = report.Words;
                foreach (var named in NamesIn(words).Where(n => EmailAddress.Key(n.Address) == emailKey).Reverse())
                {
                    words = words.Remove(named.Start, named.Address.Length).Insert(named.Start, ModerationTexts.PersonalTakenOut);
                }

                report.Reword(words);
            }

            return await db.SaveChangesAsync(token);
        },
        cancel);

    private static Task<List<CommentReport>> NamingAsync(BlogDb db, DateTimeOffset since, CancellationToken cancel) =>
        db.CommentReports.AsNoTracking().Where(r => r.Words.Contains('@') && r.At >= since).OrderBy(r => r.Id).ToListAsync(cancel);

    private static IEnumerable<string> AddressesIn(string words) => NamesIn(words).Select(n => n.Address);

    private static IEnumerable<(int Start, string Address)> NamesIn(string words)
    {
        var start = 0;
        foreach (var word in words.Split(Around))
        {
            var (at, address) = (start + word.Length - word.TrimStart(End).Length, word.Trim(End));
            start += word.Length + 1;
            if (EmailAddress.IsValid(address))
            {
                yield return (at, address);
            }

            if (address.Split('@') is [var local, _] && local.AsSpan().LastIndexOfAny(Odd) + 1 is > 0 and var skipped && EmailAddress.IsValid(address[skipped..]))
            {
                yield return (at + skipped, address[skipped..]);
            }
        }
    }
}

/// <summary>A report that names somebody's address, in the file that they take along.</summary>
public sealed record PersonalReport(string Comment, string Reason, DateTimeOffset At);

/// <summary>A report that a moderator looked at goes as what is in the trash does; the hash of where one came from as the addresses of comments do.</summary>
public sealed class OldReports(SettingsInForce settings) : IExpiring
{
    private const int AtOnce = 500;

    public async Task<int> RemoveSomeAsync(BlogDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (closed, sent) = (now.AddDays(-settings.Now.Retention.TrashDays), now.AddDays(-settings.Now.Retention.AddressDays));
        var old = await db.CommentReports.Where(r => r.ClosedAt != null && r.ClosedAt < closed).OrderBy(r => r.Id).Select(r => r.Id).Take(AtOnce).ToListAsync(cancel);
        var removed = old.Count == 0 ? 0 : await db.CommentReports.Where(r => old.Contains(r.Id)).ExecuteDeleteAsync(cancel);
        var known = await db.CommentReports.AsTracking().Where(r => r.SenderHash.Length > CommentReport.ForgottenLength && r.At <= sent).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(cancel);
        known.ForEach(report => report.ForgetSender());
        await db.SaveChangesAsync(cancel);
        return removed + known.Count;
    }
}
