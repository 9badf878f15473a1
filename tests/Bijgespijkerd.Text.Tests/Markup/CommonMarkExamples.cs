using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Text.Tests;

public sealed class CommonMarkExamples
{
    [Fact]
    public void Every_example_of_CommonMark_comes_out_right_or_differs_on_purpose()
    {
        IReadOnlyList<CommonMarkSpec.Example> examples = CommonMarkSpec.Examples();
        Assert.Equal(652, examples.Count);

        int[] different = [.. examples.Where(example => Ours(example.Markdown) != Theirs(example.Html)).Select(example => example.Number)];

        string report = string.Join("\n", examples.Where(e => different.Contains(e.Number) && !DeliberateDifferences.Reasons.ContainsKey(e.Number))
            .Select(e => $"#{e.Number}\n{e.Markdown}ours:   {Ours(e.Markdown)}\ntheirs: {Theirs(e.Html)}"));
        Assert.True(report.Length == 0, report);
        Assert.Equal([], DeliberateDifferences.Reasons.Keys.Except(different));
    }

    private static string Ours(string markdown)
    {
        IElement body = Body(ArticleMarkdown.Render(markdown).Html.Value);
        foreach (IElement figure in body.QuerySelectorAll("figure"))
        {
            // A picture alone is a figure with its title as caption: written back as the paragraph the specification expects.
            IElement image = figure.QuerySelector("img")!;
            if (figure.QuerySelector("figcaption") is { } caption)
            {
                image.SetAttribute("title", caption.TextContent);
            }

            IElement paragraph = body.Owner!.CreateElement("p");
            paragraph.AppendChild(image);
            figure.Replace(paragraph);
        }

        foreach (IElement element in body.QuerySelectorAll("*"))
        {
            element.RemoveAttribute("id");
            element.RemoveAttribute("loading");
            element.RemoveAttribute("rel");
        }

        return Shown(body);
    }

    private static string Theirs(string html)
    {
        IElement body = Body(html);
        // The highest heading of an article becomes level two; the others keep their distance to it.
        IElement[] headings = [.. body.QuerySelectorAll("h1,h2,h3,h4,h5,h6")];
        int highest = headings.Select(LevelOf).DefaultIfEmpty().Min();
        foreach (IElement heading in headings)
        {
            IElement moved = body.Owner!.CreateElement("h" + Math.Min(LevelOf(heading) - highest + 2, 6));
            moved.InnerHtml = heading.InnerHtml;
            heading.Replace(moved);
        }

        return Shown(body);
    }

    private static int LevelOf(IElement heading) => heading.LocalName[1] - '0';

    private static IElement Body(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!;

    private static string Shown(IElement body)
    {
        foreach (INode text in body.Descendants().Where(node => node is IText && string.IsNullOrWhiteSpace(node.TextContent) && node.TextContent.Contains('\n', StringComparison.Ordinal) && node.Ancestors<IElement>().All(e => e.LocalName is not ("pre" or "p"))).ToArray())
        {
            text.RemoveFromParent();
        }

        foreach (IText text in body.Descendants<IText>().Where(text => text.ParentElement!.LocalName is "li" or "blockquote").ToArray())
        {
            text.Data = text.Data.Trim('\n');
        }

        foreach (IElement element in body.QuerySelectorAll("*"))
        {
            foreach (IAttr[] attributes in new[] { element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).ToArray() })
            {
                foreach (IAttr attribute in attributes)
                {
                    element.RemoveAttribute(attribute.Name);
                    element.SetAttribute(attribute.Name, attribute.Value);
                }
            }
        }

        return body.InnerHtml.Trim();
    }
}
