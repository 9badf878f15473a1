using System.Globalization;
using System.Text;
using System.Xml;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Feeds;

/// <summary>RSS 2.0 with whole articles; addresses are absolute, and an item's id never changes with its address.</summary>
public static class RssFeed
{
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Slash = "http://purl.org/rss/1.0/modules/slash/";
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Of(IReadOnlyList<FeedItem> items, BlogSettings settings, SiteAddress address)
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
            xml.WriteElementString("title", Clean(settings.Title));
            xml.WriteElementString("link", address.Absolute("/"));
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", address.Absolute("/feed"));
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            xml.WriteElementString("description", Clean(settings.Tagline));
            xml.WriteElementString("language", "nl");
            if (items.Count > 0)
            {
                xml.WriteElementString("lastBuildDate", Rfc822(items.Max(i => i.PublishedAt)));
            }

            foreach (var item in items)
            {
                Write(xml, item, address);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Write(XmlWriter xml, FeedItem item, SiteAddress address)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Clean(item.Title));
        xml.WriteElementString("link", address.Absolute(item.Path));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.OldGuid is { } known ? Clean(known) : string.Create(CultureInfo.InvariantCulture, $"{address.Root}/?artikel={item.Id}"));
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", Rfc822(item.PublishedAt));
        xml.WriteElementString("creator", DublinCore, Clean(item.Author));
        foreach (var category in item.Categories)
        {
            xml.WriteElementString("category", Clean(category));
        }

        xml.WriteElementString("description", Clean(item.Teaser));
        xml.WriteElementString("encoded", Content, Clean(AbsoluteHtml.Of(item.Html, address, item.Path)));
        xml.WriteElementString("comments", address.Absolute(item.Path) + "#reacties");
        xml.WriteElementString("comments", Slash, item.Reactions.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static string Rfc822(DateTimeOffset at) => at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    /// <summary>XML has no place for control characters and half surrogates.</summary>
    private static string Clean(string text) => PlainText.Clean(text);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
