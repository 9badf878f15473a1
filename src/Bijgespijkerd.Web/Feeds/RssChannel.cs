using System.Globalization;
using System.Text;
using System.Xml;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Feeds;

/// <summary>The frame of a feed in RSS 2.0.</summary>
/// <param name="Path">What it is a feed of.</param>
/// <param name="Self">Where it is itself.</param>
internal sealed record RssChannel(string Title, string Description, string Path, string Self, DateTimeOffset? BuiltAt)
{
    public const string Type = "application/rss+xml; charset=utf-8";
    public const string Content = "http://purl.org/rss/1.0/modules/content/";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const string Atom = "http://www.w3.org/2005/Atom";

    public string With(SiteAddress address, Action<XmlWriter> items)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "content", null, Content);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteAttributeString("xmlns", "slash", null, Slash);
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", Clean(Title));
            xml.WriteElementString("link", address.Absolute(Path));
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", address.Absolute(Self));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            xml.WriteElementString("description", Clean(Description));
            xml.WriteElementString("language", "nl");
            if (BuiltAt is { } at)
            {
                xml.WriteElementString("lastBuildDate", Rfc822(at));
            }

            items(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    public static string Rfc822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    /// <summary>XML has no place for control characters and half surrogates.</summary>
    public static string Clean(string text) => PlainText.Clean(text);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
