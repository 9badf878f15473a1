using System.Text;
using System.Xml;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>
/// Reads a WordPress export from begin to end, one item in memory at a time. The one place that makes an <see cref="XmlReader"/>:
/// no DTD, no entities but XML's own, nothing fetched.
/// </summary>
public sealed class WxrReader : IDisposable
{
    private readonly XmlCharacters _characters;
    private readonly XmlReader _xml;
    private bool _hasBegun;

    public WxrReader(Stream file)
    {
        _characters = new XmlCharacters(new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024));
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        _xml = XmlReader.Create(_characters, settings);
    }

    /// <summary>Characters that no XML may hold and old sites do; they were left out.</summary>
    public long LeftOut => _characters.LeftOut;

    public void Dispose() => _xml.Dispose();

    /// <exception cref="WxrException">Not XML, not a WordPress export, or with a DTD.</exception>
    public IEnumerable<WxrEntry> Read()
    {
        Begin();
        var channel = new WxrFields();
        var isChecked = false;
        while (Guarded(NextChild))
        {
            var name = WxrNames.Of(_xml);
            switch (name)
            {
                case "item":
                    Check(channel, ref isChecked);
                    yield return new WxrItem(Guarded(Item));
                    break;
                case "wp:author" or "wp:wp_author":
                    yield return new WxrAuthor(Guarded(Fields));
                    break;
                case "wp:category":
                    yield return WxrTopic.Category(Guarded(Fields));
                    break;
                case "wp:tag":
                    yield return WxrTopic.Tag(Guarded(Fields));
                    break;
                case "link" or "wp:wxr_version" or "wp:base_blog_url" or "wp:base_site_url":
                    channel.Add(name, Guarded(Text));
                    if (name == "wp:base_blog_url")
                    {
                        yield return new WxrSite(channel["wp:base_blog_url"].TrimEnd('/'));
                    }

                    break;
                default:
                    Guarded(Pass);
                    break;
            }
        }

        Check(channel, ref isChecked);
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

    private static void Check(WxrFields channel, ref bool isChecked)
    {
        if (!isChecked && (channel["wp:wxr_version"].Length == 0 || channel["wp:base_blog_url"].Length == 0))
        {
            throw WxrException.NoExport();
        }

        isChecked = true;
    }

    /// <summary>To the next element of the present one; false at its end.</summary>
    private bool NextChild()
    {
        while (_xml.NodeType is not (XmlNodeType.Element or XmlNodeType.EndElement) && _xml.Read())
        {
            // Text between elements means nothing.
        }

        return _xml.NodeType == XmlNodeType.Element;
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
                    fields.Comments.Add(new WxrComment(Fields()));
                    break;
                case "category":
                    var (domain, nicename) = (_xml.GetAttribute("domain") ?? "", _xml.GetAttribute("nicename") ?? "");
                    fields.Labels.Add(new WxrLabel(domain, nicename, Text()));
                    break;
                case "wp:postmeta" or "wp:commentmeta" or "wp:comment":
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

    private string Text()
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
                text.Append(_xml.Value);
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

/// <summary>Elements by their usual prefix: a file may choose its own, and WXR has three versions of one namespace.</summary>
internal static class WxrNames
{
    public static string Of(XmlReader xml) => xml.NamespaceURI switch
    {
        "" => xml.LocalName,
        "http://purl.org/rss/1.0/modules/content/" => "content:" + xml.LocalName,
        "http://purl.org/dc/elements/1.1/" => "dc:" + xml.LocalName,
        var space when !space.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal) => "other:" + xml.LocalName,
        var space when space.EndsWith("/excerpt/", StringComparison.Ordinal) => "excerpt:" + xml.LocalName,
        _ => "wp:" + xml.LocalName,
    };
}
