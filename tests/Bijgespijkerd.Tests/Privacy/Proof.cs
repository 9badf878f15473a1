using System.Text.RegularExpressions;

namespace Bijgespijkerd.Tests.Privacy;

/// <summary>Somebody asks for the letter, and opens what it holds.</summary>
internal static partial class Proof
{
    public static Task<Page> AskAsync(this HttpClient visitor, string email) =>
        visitor.SendFormAsync("/privacy/opvragen", new Dictionary<string, string> { ["Email"] = email });

    /// <summary>The path in the letter.</summary>
    public static async Task<string> ProveAsync(this TestBlog blog, HttpClient visitor, string email, int letters = 1)
    {
        await visitor.AskAsync(email);
        var letter = (await blog.LettersAsync(letters))[letters - 1];
        Assert.StartsWith($"To: {email}\n", letter, StringComparison.Ordinal);
        return Link().Match(letter).Value[TestBlog.Address.Length..];
    }

    public static Task<Page> EraseAsync(this HttpClient visitor, string path, string choice) =>
        visitor.SendFormAsync(path + "/wissen", new Dictionary<string, string> { ["keuze"] = choice });

    [GeneratedRegex(@"https://\S+/privacy/gegevens/\S+", RegexOptions.None, 2000)]
    private static partial Regex Link();
}
