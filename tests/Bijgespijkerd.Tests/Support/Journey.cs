using System.Net;

namespace Bijgespijkerd.Tests.Support;

/// <summary>Somebody's browser goes from the blog to <see cref="SignInServer"/> and back.</summary>
public static class Journey
{
    /// <summary>Later than the test's own browser, or it would throw away cookies that last for a while.</summary>
    public static DateTimeOffset Later { get; } = new(2090, 5, 14, 7, 12, 0, TimeSpan.Zero);

    /// <summary>All the way; the answer to the way back.</summary>
    public static async Task<Page> SignInAtAsync(this HttpClient browser, SignInServer server, string who, string service = "generic", string? back = null) =>
        await browser.OpenAsync(await server.PassAsync(await browser.BeginAsync(service, back), who));

    /// <summary>Signed in already: makes it a way into the account.</summary>
    public static async Task<Page> LinkAtAsync(this HttpClient browser, SignInServer server, string who, string service = "generic") =>
        await browser.OpenAsync(await server.PassAsync(LinkOn(await browser.PressAsync("/account/diensten/" + service, ("Current", Staff.Password))), who));

    /// <summary>Where the button of a service leads.</summary>
    public static async Task<Uri> BeginAsync(this HttpClient browser, string service = "generic", string? back = null) =>
        LinkOn(await browser.SendFormAsync($"/inloggen/{service}?terug={Uri.EscapeDataString(back ?? "")}", new Dictionary<string, string>()));

    /// <summary>Somebody says there who they are; the path that it sends them back to.</summary>
    public static Task<string> PassAsync(this SignInServer server, Uri start, string who) => server.PassAsync(start, ("wie", who));

    public static async Task<string> PassAsync(this SignInServer server, Uri start, params (string Name, string Value)[] fields)
    {
        using var there = server.Browser();
        var question = await NextAsync(there, start);
        var answer = await there.PostAsync(question, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        var back = await NextAsync(there, answer.Headers.Location!);
        return back.PathAndQuery;
    }

    private static async Task<Uri> NextAsync(HttpClient there, Uri address)
    {
        var answer = await there.GetAsync(address);
        return answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location is { } next
            ? new Uri(there.BaseAddress!, next)
            : throw new InvalidOperationException($"{address} answers {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static Uri LinkOn(Page page) => new(page["main a.btn"].GetAttribute("href")!);
}
