using System.Globalization;
using System.Xml;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Feeds;

/// <summary>RSS 2.0 with whole articles; addresses are absolute, and an item's id never changes with its address.</summary>
public static class RssFeed
{
    public static string Of(IReadOnlyList<FeedItem> items, BlogSettings settings, SiteAddress address) =>
        new RssChannel(settings.Title, settings.Tagline, "/", "/feed", items.Count > 0 ? items.Max(i => i.PublishedAt) : null).With(address, xml =>
        {
            foreach (var item in items)
            {
                Write(xml, item, address);
            }
        });

    private static void Write(XmlWriter xml, FeedItem item, SiteAddress address)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", RssChannel.Clean(item.Title));
        xml.WriteElementString("link", address.Absolute(item.Path));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.OldGuid is { } known ? RssChannel.Clean(known) : string.Create(CultureInfo.InvariantCulture, $"{address.Root}/?artikel={item.Id}"));
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", RssChannel.Rfc822(item.PublishedAt));
        xml.WriteElementString("creator", RssChannel.DublinCore, RssChannel.Clean(item.Author));
        foreach (var category in item.Categories)
        {
            xml.WriteElementString("category", RssChannel.Clean(category));
        }

        xml.WriteElementString("description", RssChannel.Clean(item.Teaser));
        xml.WriteElementString("encoded", RssChannel.Content, RssChannel.Clean(AbsoluteHtml.Of(item.Html, address, item.Path)));
        xml.WriteElementString("comments", address.Absolute(item.Path) + "#reacties");
        xml.WriteElementString("comments", RssChannel.Slash, item.Reactions.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
