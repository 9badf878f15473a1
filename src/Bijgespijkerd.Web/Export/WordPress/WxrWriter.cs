using System.Globalization;
using System.Text;
using System.Xml;
using Bijgespijkerd.Web.Site.Carrying;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>The elements of a WordPress export, version 1.2, written as they come: nothing is kept in memory.</summary>
internal sealed class WxrWriter : IDisposable
{
    public const string Version = "1.2";
    private const string Wp = "http://wordpress.org/export/1.2/";
    private const string Excerpt = Wp + "excerpt/";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    private readonly XmlWriter _xml;

    public WxrWriter(Stream stream) => _xml = XmlWriter.Create(stream, new XmlWriterSettings
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "\t",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.None,
        CloseOutput = false,
    });

    /// <summary>Characters that no XML can hold.</summary>
    public long LeftOut { get; private set; }

    public void BeginFile()
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("rss");
        _xml.WriteAttributeString("version", "2.0");
        _xml.WriteAttributeString("xmlns", "excerpt", null, Excerpt);
        _xml.WriteAttributeString("xmlns", "content", null, Content);
        _xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        _xml.WriteAttributeString("xmlns", "wp", null, Wp);
        _xml.WriteStartElement("channel");
    }

    public void EndFile()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteWhitespace("\n");
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    /// <summary>Of RSS itself.</summary>
    public void Rss(string name, string text) => _xml.WriteElementString(name, Fit(text));

    public void RssText(string name, string text) => Section(null, name, null, text);

    public void BeginItem() => _xml.WriteStartElement("item");

    public void Begin(string name) => _xml.WriteStartElement("wp", name, Wp);

    public void End() => _xml.WriteEndElement();

    public void Leaf(string name, string text) => _xml.WriteElementString("wp", name, Wp, Fit(text));

    public void Leaf(string name, long number) => Leaf(name, number.ToString(CultureInfo.InvariantCulture));

    public void Text(string name, string text) => Section("wp", name, Wp, text);

    public void Creator(string login) => Section("dc", "creator", DublinCore, login);

    public void EncodedContent(string html) => Section("content", "encoded", Content, html);

    public void EncodedExcerpt(string html) => Section("excerpt", "encoded", Excerpt, html);

    public void Guid(string text)
    {
        _xml.WriteStartElement("guid");
        _xml.WriteAttributeString("isPermaLink", "false");
        _xml.WriteString(Fit(text));
        _xml.WriteEndElement();
    }

    public void Label(string domain, string nicename, string name)
    {
        _xml.WriteStartElement("category");
        _xml.WriteAttributeString("domain", domain);
        _xml.WriteAttributeString("nicename", nicename);
        _xml.WriteCData(Fit(WordPressHtml.Words(name)));
        _xml.WriteEndElement();
    }

    /// <param name="of">What it is noted of: a post, comment, term or user.</param>
    public void Note(string of, string key, string value)
    {
        Begin(of + "meta");
        Text("meta_key", key);
        Text("meta_value", value);
        End();
    }

    public void Facts<T>(string of, T facts)
        where T : class => Note(of, Carried.Facts, Carried.Write(facts));

    public void Dispose() => _xml.Dispose();

    /// <summary>Without what no XML can hold, and with the ends of lines that any reader of XML makes of them.</summary>
    public string Fit(string text)
    {
        var fit = (StringBuilder?)null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (isPair || (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r'))
            {
                fit?.Append(text, i, isPair ? 2 : 1);
                i += isPair ? 1 : 0;
                continue;
            }

            fit ??= new StringBuilder(text, 0, i, text.Length);
            if (text[i] != '\r')
            {
                LeftOut++;
            }
            else if (i + 1 == text.Length || text[i + 1] != '\n')
            {
                fit.Append('\n');
            }
        }

        return fit?.ToString() ?? text;
    }

    private void Section(string? prefix, string name, string? space, string text)
    {
        _xml.WriteStartElement(prefix, name, space);
        _xml.WriteCData(Fit(text));
        _xml.WriteEndElement();
    }
}
