using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Bench.Data;

/// <summary>Somebody who comments, with what the program stores of them.</summary>
public sealed record Person(string Name, string NameKey, string Email, string EmailKey, int Tint, byte[] VisitorHash)
{
    public static IReadOnlyList<Person> Crowd(int size, Dice dice, DutchText text) => [.. Enumerable.Range(1, size).Select(n =>
    {
        var by = new Commenter(text.Name(), $"lezer{n}@voorbeeld.test", null, 1 + dice.Next(6));
        return new Person(by.Name, by.NameKey, by.Email!, by.EmailKey!, by.Tint, dice.Bytes(32));
    })];
}

/// <summary>A text with the HTML that the program made of it.</summary>
public sealed record Rendered(string Markdown, string Html, string Plain, int Words)
{
    public static IReadOnlyList<Rendered> Comments(int size, DutchText text) => [.. Enumerable.Range(0, size).Select(_ =>
    {
        var markdown = text.Comment();
        var rendered = CommentMarkdown.Render(markdown);
        return new Rendered(markdown, rendered.Html.Value, rendered.PlainText, 0);
    })];

    public static IReadOnlyList<Rendered> Articles(int size, DutchText text) => [.. Enumerable.Range(0, size).Select(_ =>
    {
        var markdown = text.Article();
        var rendered = ArticleMarkdown.Render(markdown, new ArticleSurroundings { IdPrefix = "artikel-" });
        return new Rendered(markdown, rendered.Html.Value, rendered.PlainText, rendered.Words);
    })];
}
