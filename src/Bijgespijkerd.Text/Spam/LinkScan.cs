using System.Buffers;
using System.Text;

namespace Bijgespijkerd.Text;

// Addresses taken out of a folded text: what is left, the hosts, and the words inside the addresses. One pass over what stands between white space.
internal sealed class LinkScan
{
    private const int MostHosts = 15;
    private const int MostWords = 25;
    private const int LongestHost = 80;

    // Hosts that are written without "https://" and without "www."; a Dutch sentence after a forgotten space ("klaar.De") is none of them.
    private static readonly string[] _bareEndings = [".com", ".net", ".org", ".info", ".biz", ".shop", ".xyz", ".ru", ".nl", ".eu"];

    // Of no meaning inside an address.
    private static readonly HashSet<string> _everywhere = new(StringComparer.Ordinal) { "http", "https", "www", "com", "html", "htm", "php", "index", "net", "org" };

    // Where an advertisement without an address sends its readers.
    private static readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal) { "whatsapp", "telegram", "signal", "skype", "wechat", "viber", "dm" };

    private static readonly SearchValues<char> _ends = SearchValues.Create(" \n\t<>\"()[]{}|`=");
    private static readonly SearchValues<char> _joints = SearchValues.Create("/.-_?&=#:%+,;~'");

    private readonly StringBuilder _rest = new();
    private readonly List<string> _hosts = [];
    private readonly List<string> _words = [];
    private bool _hasWebsite;
    private bool _isBbCode;
    private bool _isHtml;

    public string Rest => _rest.ToString();

    public int Count { get; private set; }

    public bool HasEmail { get; private set; }

    public static LinkScan Of(string folded)
    {
        var scan = new LinkScan { _isBbCode = folded.Contains("[url", StringComparison.Ordinal), _isHtml = folded.Contains("<a href", StringComparison.Ordinal) };
        int at = 0;
        while (at < folded.Length)
        {
            int length = folded.AsSpan(at).IndexOfAny(_ends);
            length = length < 0 ? folded.Length - at : length;
            scan.Read(folded.AsSpan(at, length));
            if (at + length < folded.Length)
            {
                scan._rest.Append(folded[at + length]);
            }

            at += length + 1;
        }

        return scan;
    }

    public void AddWebsite(string folded)
    {
        ReadOnlySpan<char> address = folded.AsSpan().Trim();
        _hasWebsite = address.Length > 0;
        if (_hasWebsite)
        {
            Keep(address);
        }
    }

    public IEnumerable<string> Features(int links, TextWords text, bool hasPhone)
    {
        int words = text.All.Count;
        if (links == 0 && !_hasWebsite && !HasEmail && !hasPhone && !text.All.Any(_elsewhere.Contains))
        {
            yield return "l:none";
        }

        yield return SpamFeatures.Number(links);
        if (_hasWebsite)
        {
            yield return "l:website";
        }

        if (links > 0 && words < 8 * links)
        {
            yield return "l:mostly";
        }

        if (_isBbCode)
        {
            yield return "l:bbcode";
        }

        if (_isHtml)
        {
            yield return "l:html";
        }

        foreach (string host in _hosts)
        {
            int last = host.LastIndexOf('.');
            yield return "h:" + host;
            if (last > 0)
            {
                yield return "h:" + host[last..];
                yield return "h:" + host[(host.LastIndexOf('.', last - 1) + 1)..];
            }
        }

        foreach (string word in _words)
        {
            yield return "u:" + word;
        }
    }

    private void Read(ReadOnlySpan<char> piece)
    {
        int start = Math.Max(piece.IndexOf("http://"), piece.IndexOf("https://"));
        if (start < 0 && piece.StartsWith("www.") && piece.Length > 6)
        {
            start = 0;
        }

        if (start < 0 && IsBare(piece))
        {
            start = 0;
        }

        if (start >= 0)
        {
            _rest.Append(piece[..start]);
            Count++;
            Keep(piece[start..]);
        }
        else if (piece.IndexOf('@') is > 0 and var at && piece[at..].IndexOf('.') > 1)
        {
            HasEmail = true;
        }
        else
        {
            _rest.Append(piece);
        }
    }

    private static bool IsBare(ReadOnlySpan<char> piece)
    {
        int end = piece.IndexOf('/');
        ReadOnlySpan<char> host = (end < 0 ? piece : piece[..end]).TrimEnd(".,;:!?");
        if (host.Length is < 6 or > LongestHost || host.Contains('@') || !char.IsAsciiLetterOrDigit(host[0]))
        {
            return false;
        }

        foreach (string ending in _bareEndings)
        {
            if (host.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Keep(ReadOnlySpan<char> address)
    {
        int scheme = address.IndexOf("://");
        ReadOnlySpan<char> rest = scheme < 0 ? address : address[(scheme + 3)..];
        int end = rest.IndexOfAny("/?#:\\");
        ReadOnlySpan<char> path = end < 0 ? default : rest[end..];
        ReadOnlySpan<char> host = (end < 0 ? rest : rest[..end]).TrimEnd(".,;:!?*_'");
        host = host.StartsWith("www.") ? host[4..] : host;
        if (host.Length is > 0 and <= LongestHost && _hosts.Count < MostHosts)
        {
            _hosts.Add(host.ToString());
        }

        // The last label of a host is no word.
        int top = host.LastIndexOf('.');
        AddWords(top < 0 ? host : host[..top]);
        AddWords(path);
    }

    private void AddWords(ReadOnlySpan<char> address)
    {
        int from = 0;
        while (from < address.Length && _words.Count < MostWords)
        {
            int length = address[from..].IndexOfAny(_joints);
            length = length < 0 ? address.Length - from : length;
            if (length is >= 4 and <= 30 && address.Slice(from, length).ToString() is var word && char.IsAsciiLetter(word[0]) && !_everywhere.Contains(word))
            {
                _words.Add(word);
            }

            from += length + 1;
        }
    }
}
