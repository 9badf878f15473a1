namespace Bijgespijkerd.Text.Tests;

/// <summary>Examples of CommonMark 0.31.2, by number, that articles render otherwise on purpose.</summary>
internal static class DeliberateDifferences
{
    private const string RawHtml = "raw HTML is shown as text";
    private const string RawHtmlNoTag = "where CommonMark sees a tag we see text, so what stands in it is Markdown";
    private const string ClosedSchemes = "only http, https, mailto and addresses on this site are links";
    private const string StrictHost = "what is no host is no link";
    private const string LanguageNames = "a language is a-z, 0-9, + and -";
    private const string BareAddresses = "a bare web address is a link";

    public static IReadOnlyDictionary<int, string> Reasons { get; } = new (string Reason, int[] Numbers)[]
    {
        (RawHtml, [21, 31, .. Enumerable.Range(148, 44), 201, 308, 309, 491, 494, 613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631, 642, 643]),
        (RawHtmlNoTag, [344, 475, 476, 477, 524, 536]),
        (ClosedSchemes, [500, 596, 598, 599, 601]),
        (StrictHost, [346, 600]),
        (LanguageNames, [34, 144]),
        (BareAddresses, [608, 611]),
    }.SelectMany(group => group.Numbers, (group, number) => (number, group.Reason)).ToDictionary(pair => pair.number, pair => pair.Reason);
}
