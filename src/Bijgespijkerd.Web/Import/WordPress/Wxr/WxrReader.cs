using System.Text;
using System.Xml;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// Reads a WordPress export from begin to end, one item in memory at a time.
/// </summary>
public sealed class WxrReader : IDisposable
{
    /// <summary>No text of a weblog is longer; what is, is cut and told.</summary>
    private const int LongestText = 4_000_000;

    private const int LongestNote = 2_000;
    private const int LongestAddress = 400;

    private readonly WxrEncoding _encoding = new();
    private readonly WxrText _text;
    private readonly XmlReader _xml;
    private readonly char[] _piece = new char[8 * 1024];
    private bool _hasBegun;

    public WxrReader(Stream file)
    {
        _text = new WxrText(_encoding.Open(file));
        _xml = StrictXml.Read(_text, context: WxrNames.Forgiving(new NameTable()));
    }

    /// <summary>Characters that no XML may hold and old sites do; they were left out.</summary>
    public long LeftOut => _text.LeftOut;

    /// <summary>Bytes that were not UTF-8 and were read as what they once were.</summary>
    public long Foreign => _encoding.Foreign;

    /// <summary>Places that were no XML and whose meaning was clear.</summary>
    public long Mended => _text.Mended;

    /// <summary>Texts that were longer than any text is.</summary>
    public int Cut { get; private set; }

    public void Dispose() => _xml.Dispose();

    /// <exception cref="WxrException">Not XML, not a WordPress export, or with a DTD.</exception>
    public IEnumerable<WxrEntry> Read()
    {
        Begin();
        var channel = new WxrFields();
        var isSaid = false;
        while (Guarded(NextChild))
        {
            var name = WxrNames.Of(_xml);
            switch (name)
            {
                case "item":
                    var item = new WxrItem(Guarded(Item));
                    if (!isSaid)
                    {
                        yield return SiteOf(channel, item);
                        isSaid = true;
                    }

                    yield return item;
                    break;
                case "wp:author" or "wp:wp_author":
                    yield return WxrAuthor.Of(Guarded(Fields));
                    break;
                case "wp:category":
                    yield return WxrTopic.Category(Guarded(Fields));
                    break;
                case "wp:tag":
                    yield return WxrTopic.Tag(Guarded(Fields));
                    break;
                case "link" or "wp:wxr_version" or "wp:base_blog_url" or "wp:base_site_url":
                    channel.Add(name, Guarded(Text));
                    break;
                default:
                    Guarded(Pass);
                    break;
            }
        }

        if (!isSaid)
        {
            yield return SiteOf(channel, item: null);
        }

        Guarded(End);
    }

    /// <summary>Looks at how the file begins: enough to know most of what is no export.</summary>
    /// <exception cref="WxrException">Not XML, not RSS, or with a DTD.</exception>
    public void Begin()
    {
        if (_hasBegun)
        {
            return;
        }

        _hasBegun = true;
        foreach (var name in (string[])["rss", "channel"])
        {
            if (Guarded(_xml.MoveToContent) != XmlNodeType.Element || _xml.LocalName != name || _xml.IsEmptyElement)
            {
                throw WxrException.NoExport();
            }

            Guarded(_xml.Read);
        }
    }

    /// <summary>The oldest exports say no version and no address of their own; their items say enough.</summary>
    private static WxrSite SiteOf(WxrFields channel, WxrItem? item)
    {
        if (channel["wp:wxr_version"].Length == 0 && item?.Fields.Has("wp:post_id") != true)
        {
            throw WxrException.NoExport();
        }

        var addresses = new[] { channel["wp:base_blog_url"], channel["link"], channel["wp:base_site_url"], item?.Link.Length > 0 && Uri.TryCreate(item.Link, UriKind.Absolute, out var link) ? link.GetLeftPart(UriPartial.Authority) : "" };
        return Array.Find(addresses, a => IsAddress(a.Trim())) is { } address ? new WxrSite(address.Trim().TrimEnd('/')) : throw WxrException.Nameless();
    }

    private static bool IsAddress(string text) => text.Length is > 0 and <= LongestAddress && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    /// <summary>To the next element of the present one; false at its end.</summary>
    private bool NextChild()
    {
        while (_xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement) && _xml.Read())
        {
            // Text between elements means nothing.
        }

        return _xml.NodeType == XmlNodeType.Element;
    }

    /// <summary>A file of two exports in a row would lose the second without a word.</summary>
    private bool End()
    {
        while (_xml.Read())
        {
            // What follows is nothing, or no XML.
        }

        return true;
    }

    private WxrFields Item() => Fields(isItem: true);

    private WxrFields Fields() => Fields(isItem: false);

    /// <summary>An element that holds elements. Comments stand in an item and nowhere else, so this never goes deeper than that.</summary>
    private WxrFields Fields(bool isItem)
    {
        var fields = new WxrFields();
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return fields;
        }

        _xml.ReadStartElement();
        while (NextChild())
        {
            switch (WxrNames.Of(_xml))
            {
                case "wp:comment" when isItem:
                    fields.Comments.Add(WxrComment.Of(Fields()));
                    break;
                case "wp:postmeta" when isItem:
                    AddNote(fields);
                    break;
                case "category":
                    var (domain, nicename) = (_xml.GetAttribute("domain") ?? "", _xml.GetAttribute("nicename") ?? "");
                    fields.Labels.Add(new WxrLabel(domain, nicename, Text()));
                    break;
                case "wp:postmeta" or "wp:commentmeta" or "wp:comment":
                    Pass();
                    break;
                case var name when name.StartsWith("other:", StringComparison.Ordinal):
                    Pass();
                    break;
                case var name:
                    fields.Add(name, Text());
                    break;
            }
        }

        _xml.ReadEndElement();
        return fields;
    }

    /// <summary>What plugins keep there, serialized objects of PHP among it, is text and no more; three keys of WordPress's own are looked at.</summary>
    private void AddNote(WxrFields fields)
    {
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return;
        }

        var (key, value) = ("", "");
        _xml.ReadStartElement();
        while (NextChild())
        {
            switch (WxrNames.Of(_xml))
            {
                case "wp:meta_key":
                    key = Text(LongestNote).Trim();
                    break;
                case "wp:meta_value":
                    value = Text(LongestNote);
                    break;
                default:
                    Pass();
                    break;
            }
        }

        _xml.ReadEndElement();
        if (key is "_thumbnail_id" or "_wp_old_slug" or "_wp_attachment_image_alt")
        {
            fields.Notes.Add((key, value));
        }
    }

    private string Text()
    {
        var text = Text(LongestText);
        Cut += text.Length == LongestText ? 1 : 0;
        return text;
    }

    /// <summary>Read in pieces: a text of a gigabyte never stands in memory.</summary>
    private string Text(int most)
    {
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return "";
        }

        var (depth, text) = (_xml.Depth, new StringBuilder());
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                int read;
                while ((read = _xml.ReadValueChunk(_piece, 0, _piece.Length)) > 0)
                {
                    text.Append(_piece, 0, Math.Min(read, most - text.Length));
                }
            }
        }

        _xml.ReadEndElement();
        return text.ToString();
    }

    private bool Pass()
    {
        _xml.Skip();
        return true;
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw WxrException.Of(e);
        }
    }
}
