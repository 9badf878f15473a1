using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Checks;

/// <summary>Looks a text over before it goes on the site. What it finds refuses no save.</summary>
public sealed class ManuscriptChecks(BlogDb db, InternalLinks links, CurrentAccount account)
{
    private const int LongParagraph = 200;

    /// <summary>An address that is taken by another's draft is no news for who may not see that draft.</summary>
    private IQueryable<Post> Seen => db.Posts.Where(Post.IsPublic).Union(db.EditableBy(account));

    public async Task<IReadOnlyList<Finding>> LookAsync(PostKind kind, long post, Manuscript text, RenderedArticle? rendered, CancellationToken cancel)
    {
        var found = new List<Finding>();
        OfFields(text, found);
        found.AddRange(TagChecks.Look(text));
        if (text.WantedSlug.Length > 0 && await PostManuscript.FreeSlugAsync(db, Seen, kind, post, text, cancel) is var free && free != text.WantedSlug)
        {
            found.Add(new(FindingLevel.Error, "slug", string.Format(SiteClock.Dutch, EditingTexts.CheckSlug, PostAddress.Of(kind, text.WantedSlug), PostAddress.Of(kind, free))));
        }

        if (rendered is not null)
        {
            var body = new HtmlParser().ParseDocument(rendered.Html.Value);
            OfPictures(body, text, found);
            OfHeadings(body, text, found);
            OfParagraphs(body, text, found);
            await OfLinksAsync(body, text, found, cancel);
        }

        return [.. found.OrderByDescending(f => f.Level).ThenBy(f => f.Line ?? 0)];
    }

    private static void OfFields(Manuscript text, List<Finding> found)
    {
        if (string.IsNullOrWhiteSpace(text.Title))
        {
            found.Add(new(FindingLevel.Hard, "titel", EditingTexts.CheckTitle));
        }

        if (text.IsMomentUnreadable)
        {
            found.Add(new(FindingLevel.Hard, "wanneer", EditingTexts.CheckMoment));
        }

        TooLong("titel", EditingTexts.Title, text.Title, Limits.Title);
        TooLong("sam", EditingTexts.Summary, text.Summary, Limits.Summary);
        TooLong("tekst", EditingTexts.Text, text.Markdown, Limits.Article);
        TooLong("omslag", EditingTexts.Cover, text.CoverPath, Limits.Address);
        TooLong("alt", EditingTexts.CoverAlt, text.CoverAlt, Limits.Summary);
        TooLong("onderschrift", EditingTexts.CoverCaption, text.CoverCaption, Limits.Summary);
        if (text.CoverPath.Length > 0 && text.CoverAlt.Length == 0 && !text.CoverIsDecoration)
        {
            found.Add(new(FindingLevel.Error, "alt", EditingTexts.CheckCoverAlt));
        }

        void TooLong(string field, string name, string value, int limit)
        {
            if (value.Length > limit)
            {
                found.Add(new(FindingLevel.Hard, field, string.Format(SiteClock.Dutch, EditingTexts.CheckTooLong, name, limit, value.Length)));
            }
        }
    }

    private static void OfPictures(IParentNode body, Manuscript text, List<Finding> found)
    {
        foreach (var picture in body.QuerySelectorAll("img").Where(i => string.IsNullOrWhiteSpace(i.GetAttribute("alt"))))
        {
            var source = picture.GetAttribute("src") ?? "";
            found.Add(new(FindingLevel.Error, "tekst", string.Format(SiteClock.Dutch, EditingTexts.CheckAlt, source), LineOf(text.Markdown, source)));
        }
    }

    private static void OfHeadings(IParentNode body, Manuscript text, List<Finding> found)
    {
        var last = 1;
        foreach (var heading in body.QuerySelectorAll("h2, h3, h4, h5, h6"))
        {
            var level = heading.LocalName[1] - '0';
            if (level > last + 1)
            {
                var words = heading.TextContent.Trim();
                found.Add(new(FindingLevel.Warning, "tekst", string.Format(SiteClock.Dutch, EditingTexts.CheckHeading, words), LineOf(text.Markdown, words)));
            }

            last = level;
        }
    }

    private static void OfParagraphs(IParentNode body, Manuscript text, List<Finding> found)
    {
        foreach (var paragraph in body.QuerySelectorAll("p"))
        {
            var words = WordCount.Of(paragraph.TextContent);
            if (words > LongParagraph)
            {
                var start = Excerpt.Of(paragraph.TextContent, 40);
                found.Add(new(FindingLevel.Warning, "tekst", string.Format(SiteClock.Dutch, EditingTexts.CheckParagraph, start, words), LineOf(text.Markdown, start.TrimEnd('…'))));
            }
        }
    }

    private async Task OfLinksAsync(IParentNode body, Manuscript text, List<Finding> found, CancellationToken cancel)
    {
        var addresses = body.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Distinct(StringComparer.Ordinal).ToList();
        foreach (var address in await links.BrokenAsync(addresses, cancel))
        {
            found.Add(new(FindingLevel.Error, "tekst", string.Format(SiteClock.Dutch, EditingTexts.CheckLink, address), LineOf(text.Markdown, address)));
        }
    }

    private static int? LineOf(string text, string words)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : text.AsSpan(0, at).Count('\n') + 1;
    }
}
