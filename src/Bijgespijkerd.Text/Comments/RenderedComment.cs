namespace Bijgespijkerd.Text;

/// <summary>What a comment's source gives.</summary>
/// <param name="Html">Paragraphs, line breaks, emphasis, strong, links, lists, quotes and code; no ids, no styles. Parsing and serialising it again gives the same string.</param>
/// <param name="PlainText">What a reader sees as text, a line a block.</param>
/// <param name="Links">Links to http and https addresses that the commenter wrote; links to people (mentions) are not counted.
/// In a text shown as plain paragraphs every web address counts.</param>
public sealed record RenderedComment(SafeHtml Html, string PlainText, int Links);
