using AngleSharp.Dom;

namespace Bijgespijkerd.Web.Import.WordPress.Markup;

/// <summary>A picture that stands alone with its caption is a figure here too: in Markdown the caption is the picture's title.</summary>
internal static class FigureCaptions
{
    public static void Settle(IElement body)
    {
        foreach (var figure in body.QuerySelectorAll("figure").ToArray())
        {
            var images = figure.QuerySelectorAll("img");
            if (images.Length != 1 || figure.QuerySelector("figure") is not null)
            {
                continue;
            }

            if (figure.QuerySelector("figcaption") is { } caption)
            {
                var words = string.Join(' ', caption.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                caption.Remove();
                if (words.Length > 0)
                {
                    images[0].SetAttribute("title", words);
                }
            }
        }

        // A small picture that links to its larger self says nothing by it: here it opens as large as it is.
        foreach (var link in body.QuerySelectorAll("a").Where(a => a.ChildNodes.Length == 1 && a.FirstElementChild is { LocalName: "img" } && LeadsToPicture(a)).ToArray())
        {
            link.Replace([.. link.ChildNodes]);
        }
    }

    private static bool LeadsToPicture(IElement link) =>
        Path.GetExtension((link.GetAttribute("href") ?? "").Split('?', '#')[0]).ToLowerInvariant() is ".jpg" or ".jpeg" or ".png" or ".gif" or ".webp" or ".avif";
}
