using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bijgespijkerd.Tests.Support;

/// <summary>An answer, read as a browser reads it.</summary>
public sealed record Page(HttpStatusCode Status, IHtmlDocument Html, string Source, HttpResponseMessage Answer)
{
    public string Title => Html.Title ?? "";

    public IElement this[string selector] => Html.QuerySelector(selector) ?? throw new InvalidOperationException($"{selector} is not on the page:\n{Source}");

    public bool Has(string selector) => Html.QuerySelector(selector) is not null;

    public IReadOnlyList<IElement> All(string selector) => [.. Html.QuerySelectorAll(selector)];

    public string Text(string selector) => string.Join(' ', this[selector].TextContent.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands in a field of the comment form.</summary>
    public string Typed(string field) => this[$"#reageren [name={field}]"] is var element && element is IHtmlTextAreaElement ? element.TextContent : element.GetAttribute("value") ?? "";

    /// <summary>Every comment and marker, in the order of the page.</summary>
    public IReadOnlyList<long> Comments => [.. All("#reacties article[id^='reactie-']").Select(e => long.Parse(e.Id!["reactie-".Length..], System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Where a thread that is longer than a page goes on; the bar of what came since leads to such addresses too.</summary>
    public string? ThreadGoesOn => Html.QuerySelector("#reacties a[href$='/draad']:not([data-vers] a)")?.GetAttribute("href")!.Split('#')[0];

    public static async Task<Page> FromAsync(HttpResponseMessage answer)
    {
        var source = await answer.Content.ReadAsStringAsync();
        return new(answer.StatusCode, new HtmlParser().ParseDocument(source), source, answer);
    }
}

public static class Visiting
{
    public static async Task<Page> OpenAsync(this HttpClient visitor, string path) => await Page.FromAsync(await visitor.GetAsync(path));

    /// <summary>Sends a comment form as a browser of this site would.</summary>
    public static async Task<Page> ReactAsync(
        this HttpClient visitor, string postPath, string name = Cast.Noor, string? email = null, string text = "Herkenbaar.", long? answers = null,
        params (string Field, string Value)[] more) =>
        await visitor.SendFormAsync(postPath + "/reacties", Fields(name, email, text, answers, more));

    public static Dictionary<string, string> Fields(
        string name = Cast.Noor, string? email = null, string text = "Herkenbaar.", long? answers = null, params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["Name"] = name,
            ["Email"] = email ?? Cast.Email(name),
            ["Website"] = "",
            ["Body"] = text,
            ["ParentId"] = answers?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>Follows the answer to a form, as a browser does.</summary>
    public static Task<Page> FollowAsync(this HttpClient visitor, Page answer) => visitor.OpenAsync(answer.Answer.Headers.Location!.ToString().Split('#')[0]);

    public static async Task<Page> SendFormAsync(this HttpClient visitor, string path, IEnumerable<KeyValuePair<string, string>> fields, string fetchSite = "same-origin")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", fetchSite);
        return await Page.FromAsync(await visitor.SendAsync(request));
    }
}
