using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>A comment of the folder, read and judged.</summary>
internal sealed record IncomingComment(
    long Id, long? ParentId, int? Number, string Name, string? Email, string? Website, string? Author, int? Tint, string Text, string? Source, long? SourceId, MovedComment Told, int At)
{
    public (DateTimeOffset, long) Place => (Told.Place, Id);
}

internal sealed record IncomingMention(MentionKind Kind, CommentState State, string Name, string Address, string Excerpt, DateTimeOffset At, string? Source, long? SourceId);

/// <summary>What was said under one post, on its way in: in batches.</summary>
internal sealed class IncomingTalk
{
    private const string Nobody = "Anoniem";
    private const int CodeLength = 40;

    private readonly List<IncomingComment> _comments = [];
    private readonly List<IncomingMention> _mentions = [];
    private Queue<(IncomingComment Comment, long? ParentId)>? _waiting;

    public string Shown { get; private init; } = "";

    public IReadOnlyList<IncomingComment> Comments => _comments;

    public IReadOnlyList<IncomingMention> Mentions => _mentions;

    public int HighestNumber => _comments.Select(c => c.Number ?? 0).DefaultIfEmpty().Max();

    /// <summary>Ids here by those of the folder.</summary>
    public Dictionary<long, long> Ids { get; } = [];

    /// <summary>Numbers that comments of the post have.</summary>
    public HashSet<int> Numbers { get; } = [];

    public CommenterNames Names { get; } = new();

    public bool IsBegun => _waiting is not null;

    public bool IsDone => _waiting is { Count: 0 };

    public void Begin(IEnumerable<(IncomingComment Comment, long? ParentId)> order) => _waiting = new(order);

    public List<(IncomingComment Comment, long? ParentId)> Take(int most)
    {
        var batch = new List<(IncomingComment, long?)>();
        while (batch.Count < most && _waiting!.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        return batch;
    }

    public static IncomingTalk Read(PostFile file, SiteFolderReport report)
    {
        var (name, met) = (file.Beside(FolderNames.Talk), new HashSet<long>());
        var talk = new IncomingTalk { Shown = $"{file.Place}/{name}" };
        foreach (var record in report.Fit(talk.Shown, file.Folder.Records(file.Place, name)))
        {
            report.Take(talk.Shown, record, () =>
            {
                if (record.Find("vermelding") is not null)
                {
                    talk._mentions.Add(MentionOf(record));
                }
                else if (CommentOf(record, talk.Shown, report) is var comment && met.Add(comment.Id))
                {
                    talk._comments.Add(comment);
                }
                else
                {
                    throw new UnfitRecordException("another comment has the same number");
                }
            });
        }

        return talk;
    }

    private static IncomingComment CommentOf(FolderRecord record, string shown, SiteFolderReport report)
    {
        var (state, at, source) = (record.Word("staat", Words.States), record.NeededMoment("datum"), record.Short("bron", Limits.Address));
        var number = (int?)record.Number("volgnummer", 1, MovedIds.Highest);
        if (record.Text.Length > Limits.Comment)
        {
            throw new UnfitRecordException("its text is too long");
        }

        var told = new MovedComment(
            state, record.Find("weg-door") is null ? CommentRemover.Nobody : record.Word("weg-door", Words.Removers), at, record.Moment("plaats") ?? at, record.Moment("sinds") ?? at,
            record.Moment("gepubliceerd") ?? (state == CommentState.Published ? at : null), record.Moment("gewijzigd"),
            ViaOf(record, shown, report), record.Find("foto"), record.Short("afgewezen-om", Limits.Summary) is { Length: > 0 } because ? because : null,
            record.Moment("vraagt-opnieuw"), record.Is("draad-dicht"), [.. record.All("reden").Select(r => ReasonOf(PlainText.Clean(r)))]);
        return new IncomingComment(
            record.Number("reactie", 1) ?? throw new UnfitRecordException("'reactie' is missing"), record.Number("antwoord-op", 1), number, NameOf(record, state),
            EmailOf(record, shown, report), WebsiteOf(record, shown, report), record.Find("auteur") is { } author && Slug.IsValid(author) ? author : null, (int?)record.Number("kleur", 1, 6), record.Text,
            source.Length > 0 ? source : null, source.Length > 0 ? record.Number("bron-nummer") : null, told, record.At);
    }

    /// <summary>It says that a service vouched for the name: whoever makes a folder could let anybody do so.</summary>
    private static string? ViaOf(FolderRecord record, string shown, SiteFolderReport report)
    {
        var via = record.Short("via", Limits.Name);
        if (via.Length == 0 || SignInProviders.Known.Any(p => p.Defaults.Name == via))
        {
            return via.Length == 0 ? null : via;
        }

        report.Say(shown, $"a comment is 'via {via}', which is no service that this program knows; that is left out");
        return null;
    }

    /// <summary>Nobody's name is left where a comment was emptied, and there alone.</summary>
    private static string NameOf(FolderRecord record, CommentState state)
    {
        var name = PersonName.Clean(record.Short("naam", Limits.Name));
        return name.Length > 0 || (record.Text.Length == 0 && state != CommentState.Published) ? name : Nobody;
    }

    private static string? EmailOf(FolderRecord record, string shown, SiteFolderReport report)
    {
        var email = record.Find("e-mail");
        if (email is null || (email.Length <= Limits.Email && EmailAddress.IsValid(email)))
        {
            return email;
        }

        report.Say(FormattableString.Invariant($"{shown}, line {record.At}"), "the e-mail address is none, and was left out");
        return null;
    }

    private static string? WebsiteOf(FolderRecord record, string shown, SiteFolderReport report)
    {
        if (record.Find("website") is not { } website)
        {
            return null;
        }

        if (AddressOf(website) is { } address)
        {
            return address;
        }

        report.Say(FormattableString.Invariant($"{shown}, line {record.At}"), "the website is no address, and was left out");
        return null;
    }

    /// <summary>As it was, where no more than a slash at its end differs from how it is written here.</summary>
    private static string? AddressOf(string told) => !WebAddress.TryClean(told, out var address) ? null : address == told + "/" ? told : address;

    private static CommentReason ReasonOf(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (code, detail) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
        return code.Length is > 0 and <= CodeLength && detail.Length <= Limits.Reason ? new CommentReason(code, detail) : throw new UnfitRecordException("'reden' is too long");
    }

    private static IncomingMention MentionOf(FolderRecord record)
    {
        var (name, source) = (PersonName.Clean(record.Needed("naam", Limits.Title)), record.Short("bron", Limits.Address));
        if (record.Text.Length > Limits.Summary || AddressOf(record.Needed("adres", Limits.Address)) is not { } address)
        {
            throw new UnfitRecordException("its text is too long, or its address is none");
        }

        return new IncomingMention(
            record.Word("vermelding", Words.Mentions), record.Word("staat", Words.States), name, address, PlainText.Clean(record.Text), record.NeededMoment("datum"),
            source.Length > 0 ? source : null, source.Length > 0 ? record.Number("bron-nummer") : null);
    }
}
