using AngleSharp.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Tests.Support;

/// <summary>What must hold for the markup of every page; each fault is one sentence.</summary>
public static class HtmlRules
{
    private static readonly string[] References = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];
    private static readonly string[] Subresources = ["img[src]", "script[src]", "iframe[src]", "source[src]", "video[src]", "audio[src]", "embed[src]", "object[data]", "link[href]:not([rel=canonical]):not([rel=alternate]):not([rel=prev]):not([rel=next])"];

    public static IReadOnlyList<string> FaultsOf(string source)
    {
        var faults = new List<string>();
        var parser = new HtmlParser();
        parser.Error += (_, e) =>
        {
            var error = (HtmlErrorEvent)e;
            faults.Add($"parse error {error.Code}: {error.Message} at line {error.Position.Line}: {Line(source, error.Position.Line)}");
        };
        var page = parser.ParseDocument(source);
        faults.AddRange(Structure(page));
        faults.AddRange(Targets(page));
        faults.AddRange(Inline(page));
        faults.AddRange(Foreign(page));
        return faults;
    }

    private static IEnumerable<string> Structure(IDocument page)
    {
        if (page.Doctype is null || page.DocumentElement.GetAttribute("lang") != "nl" || page.CharacterSet != "utf-8")
        {
            yield return "no doctype, no lang=nl or no utf-8";
        }

        var headings = page.QuerySelectorAll("h1").Length;
        if (headings != 1)
        {
            yield return $"{headings} h1";
        }

        if (string.IsNullOrWhiteSpace(page.Title) || page.QuerySelectorAll("main").Length != 1)
        {
            yield return "no title or not one main";
        }

        var level = 1;
        foreach (var heading in page.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6"))
        {
            var here = heading.LocalName[1] - '0';
            if (here > level + 1)
            {
                yield return $"{heading.LocalName} '{heading.TextContent.Trim()}' after h{level}";
            }

            level = here;
        }

        foreach (var image in page.QuerySelectorAll("img:not([alt])"))
        {
            yield return "a picture without alt: " + image.OuterHtml;
        }

        foreach (var field in page.QuerySelectorAll("input:not([type=hidden]), textarea, select:not([hidden])").Where(f => page.QuerySelector($"label[for='{f.Id}']") is null))
        {
            yield return "a field without a label: " + field.OuterHtml;
        }

        foreach (var nameless in page.QuerySelectorAll("a[href], button").Where(e => e.TextContent.Trim().Length == 0 && !e.HasAttribute("aria-label")))
        {
            yield return "a link or button without a name: " + nameless.OuterHtml;
        }
    }

    private static IEnumerable<string> Targets(IDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        foreach (var twice in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1 || g.Key.Length == 0))
        {
            yield return $"id '{twice.Key}' {twice.Count()} times";
        }

        foreach (var attribute in References)
        {
            foreach (var id in page.QuerySelectorAll($"[{attribute}]").SelectMany(e => e.GetAttribute(attribute)!.Split(' ')).Where(id => !ids.Contains(id)))
            {
                yield return $"{attribute} names '{id}', which is not there";
            }
        }

        foreach (var link in page.QuerySelectorAll("a[href^='#']").Where(a => !ids.Contains(a.GetAttribute("href")![1..])))
        {
            yield return $"link to {link.GetAttribute("href")}, which is not there";
        }
    }

    private static IEnumerable<string> Inline(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("style, script:not([src]):not([type='application/ld+json'])"))
        {
            yield return "inline " + script.LocalName;
        }

        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes.Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)))
            {
                yield return $"inline {attribute.Name} on {element.LocalName}";
            }

            foreach (var attribute in element.Attributes.Where(a => a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"script address in {attribute.Name}";
            }
        }
    }

    /// <summary>Reading a page asks nothing of another host.</summary>
    private static IEnumerable<string> Foreign(IDocument page) =>
        page.QuerySelectorAll(string.Join(", ", Subresources)).Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("data")!)
            .Concat(page.QuerySelectorAll("[srcset]").SelectMany(e => e.GetAttribute("srcset")!.Split(',', StringSplitOptions.TrimEntries)))
            .Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal))
            .Select(address => "foreign subresource " + address);

    private static string Line(string source, int number) => source.Split('\n').ElementAtOrDefault(number - 1)?.Trim() ?? "";
}
