using System.Net;

namespace Bijgespijkerd.Text;

/// <summary>What a rule looks at.</summary>
public enum RuleKind
{
    /// <summary>Words in the name and the text.</summary>
    Words,

    /// <summary>The e-mail address, whole or by its domain.</summary>
    Email,

    /// <summary>The host of links, of the website and of the e-mail address.</summary>
    Host,

    /// <summary>The IP address it was sent from.</summary>
    Network,
}

/// <summary>What of a comment a rule may look at.</summary>
/// <param name="Name">The writer's name.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Website">Their website.</param>
/// <param name="SenderAddress">The IP address it was sent from.</param>
/// <param name="Text">The text as typed.</param>
public sealed record RuledComment(string Name, string? Email, string? Website, string? SenderAddress, string Text)
{
    /// <summary>The words of the name, read once.</summary>
    public WordText NameWords { get; } = WordText.Of(Name);

    /// <summary>The words of the text, read once.</summary>
    public WordText TextWords { get; } = WordText.Of(Text);
}

/// <summary>What a rule found in a comment.</summary>
/// <param name="Found">The words or the address, as they stand there.</param>
/// <param name="InText">Where in the text; empty when it was found elsewhere.</param>
public sealed record RuleMatch(string Found, IReadOnlyList<TextPlace> InText);

/// <summary>One line of a list of what is blocked or watched: words, an e-mail address or <c>@domain</c>, a host, or an IP address or network.</summary>
public sealed class CommentRule
{
    // A wider network would be a large part of everybody.
    private const int FewestBits = 8;

    private readonly WordPattern? _words;
    private readonly string _address = "";
    private readonly IPNetwork? _network;

    private CommentRule(RuleKind kind, WordPattern words) => (Kind, _words) = (kind, words);

    private CommentRule(RuleKind kind, string address) => (Kind, _address) = (kind, address);

    private CommentRule(IPNetwork network) => (Kind, _network) = (RuleKind.Network, network);

    /// <summary>What it looks at.</summary>
    public RuleKind Kind { get; }

    /// <summary>Two spellings that find the same have one key: <c>Casino</c> and <c>casino</c>, <c>192.0.2.7</c> and <c>192.0.2.7/32</c> (ordinal comparison).</summary>
    public string Key => Kind switch
    {
        RuleKind.Words => $"w:{_words!.Key}",
        RuleKind.Email => $"e:{_address}",
        RuleKind.Host => $"h:{_address}",
        _ => $"n:{_network}",
    };

    /// <summary>Reads a rule; what it looks like decides its kind.</summary>
    /// <param name="typed">As typed: <c>casino</c>, <c>*volgers*</c>, <c>gratis geld</c>, <c>x@voorbeeld.nl</c>, <c>@voorbeeld.nl</c>, <c>voorbeeld.nl</c>, <c>192.0.2.7</c>, <c>192.0.2.0/24</c>.</param>
    /// <returns><see langword="null"/> when it is none of these, or longer than <see cref="WordPattern.MaxLength"/> units.</returns>
    public static CommentRule? Parse(string? typed)
    {
        string text = PlainText.Clean(typed).Trim();
        if (text.Length is 0 or > WordPattern.MaxLength)
        {
            return null;
        }

        if (NetworkOf(text) is { } network)
        {
            return new CommentRule(network);
        }

        if (text.Contains('/', StringComparison.Ordinal) && IPAddress.TryParse(text[..text.IndexOf('/', StringComparison.Ordinal)], out _))
        {
            return null;
        }

        if (text.Contains('@', StringComparison.Ordinal))
        {
            return text[0] == '@'
                ? HostOf(text.AsSpan(1)) is { } domain ? new CommentRule(RuleKind.Email, "@" + domain) : null
                : EmailAddress.IsValid(text) ? new CommentRule(RuleKind.Email, EmailAddress.Key(text)) : null;
        }

        if (!text.Contains(' ', StringComparison.Ordinal) && !text.Contains('*', StringComparison.Ordinal) && HostOf(text) is { } host)
        {
            return new CommentRule(RuleKind.Host, host);
        }

        return WordPattern.Parse(text) is { } words ? new CommentRule(RuleKind.Words, words) : null;
    }

    /// <summary>What it finds in a comment; linear in the comment's length for a given rule.</summary>
    /// <param name="comment">The comment.</param>
    /// <returns><see langword="null"/> when it finds nothing.</returns>
    public RuleMatch? Find(RuledComment comment) => Kind switch
    {
        RuleKind.Words => FindWords(comment),
        RuleKind.Email => comment.Email is { } email && FitsEmail(EmailAddress.Key(email)) ? new RuleMatch(email, []) : null,
        RuleKind.Host => FindHost(comment),
        _ => _network is { } network && IPAddress.TryParse(comment.SenderAddress, out IPAddress? sender) && network.Contains(Plain(sender))
            ? new RuleMatch(comment.SenderAddress!, []) : null,
    };

    private static IPNetwork? NetworkOf(string text)
    {
        bool looksLikeOne = text.Count(c => c == '.') == 3 || text.Contains(':', StringComparison.Ordinal);
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return looksLikeOne && IPNetwork.TryParse(text, out IPNetwork network) && network.PrefixLength >= FewestBits ? network : null;
        }

        // A bare number is an address for the parser, and a word for people.
        return looksLikeOne && IPAddress.TryParse(text, out IPAddress? address) ? new IPNetwork(Plain(address), Plain(address).GetAddressBytes().Length * 8) : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string? HostOf(ReadOnlySpan<char> text) =>
        text.Contains('.') && WebHost.TryParse(text, out string host, out string port) && port.Length == 0 && host.Contains('.', StringComparison.Ordinal)
            && host[^1] != '.' && !host.Contains("..", StringComparison.Ordinal) && host.Any(char.IsAsciiLetter) ? host : null;

    private RuleMatch? FindWords(RuledComment comment)
    {
        IReadOnlyList<TextPlace> inText = _words!.Find(comment.TextWords);
        if (inText.Count > 0)
        {
            return new RuleMatch(comment.Text.Substring(inText[0].Start, inText[0].Length), inText);
        }

        IReadOnlyList<TextPlace> inName = _words.Find(comment.NameWords);
        return inName.Count > 0 ? new RuleMatch(comment.Name.Substring(inName[0].Start, inName[0].Length), []) : null;
    }

    private RuleMatch? FindHost(RuledComment comment)
    {
        List<TextPlace> places = HostsIn(comment.Text);
        if (places.Count > 0)
        {
            return new RuleMatch(comment.Text.Substring(places[0].Start, places[0].Length), places);
        }

        string? elsewhere = new[] { comment.Website, comment.Email }.FirstOrDefault(text => text is not null && HostsIn(text).Count > 0);
        return elsewhere is null ? null : new RuleMatch(elsewhere, []);
    }

    // Whatever looks like a host, in a link or out of it: a run of letters, digits, hyphens and dots that has a dot inside.
    private List<TextPlace> HostsIn(string text)
    {
        var places = new List<TextPlace>();
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '-' or '.'))
            {
                continue;
            }

            ReadOnlySpan<char> run = text.AsSpan(start, i - start).Trim('.');
            if (run.Contains('.') && HostOf(run) is { } host && IsWithin(host, _address))
            {
                places.Add(new TextPlace(start, i - start));
            }

            start = i + 1;
        }

        return places;
    }

    private bool FitsEmail(string email) => _address[0] != '@'
        ? email == _address
        : HostOf(email.AsSpan(email.IndexOf('@', StringComparison.Ordinal) + 1)) is { } host && IsWithin(host, _address[1..]);

    // At the boundary of a label: attacker-example.com is not within example.com.
    private static bool IsWithin(string host, string domain) =>
        host == domain || (host.Length > domain.Length && host.EndsWith(domain, StringComparison.Ordinal) && host[^(domain.Length + 1)] == '.');
}
