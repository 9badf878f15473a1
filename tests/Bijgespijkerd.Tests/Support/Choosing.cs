using Bijgespijkerd.Web.SiteSettings;

namespace Bijgespijkerd.Tests.Support;

/// <summary>What an administrator does on the page with settings, as a browser without script does it.</summary>
public static class Choosing
{
    /// <summary>The form as the page gives it, with these fields filled in.</summary>
    public static async Task<Dictionary<string, string>> FormAsync(this HttpClient browser, params (string Field, string Value)[] typed)
    {
        var page = await browser.OpenAsync(SettingsPage.Path);
        var form = page.All($"form[action='{SettingsPage.Path}'] :is(input,select)[name]").Where(IsSent).ToDictionary(e => e.GetAttribute("name")!, ValueOf, StringComparer.Ordinal);
        foreach (var (field, value) in typed)
        {
            form[field] = value;
        }

        return form;
    }

    public static async Task<Page> ChooseAsync(this HttpClient browser, params (string Field, string Value)[] typed) =>
        await browser.SendFormAsync(SettingsPage.Path, await browser.FormAsync(typed));

    /// <summary>The button under what was saved.</summary>
    public static Task<Page> UndoAsync(this HttpClient browser, Page saved) =>
        browser.PressAsync(SettingsPage.Path + "/herstel", ("moment", saved["[name=moment]"].GetAttribute("value")!));

    private static bool IsSent(AngleSharp.Dom.IElement field) => field.GetAttribute("type") is not ("radio" or "checkbox") || field.HasAttribute("checked");

    private static string ValueOf(AngleSharp.Dom.IElement field) =>
        (field.LocalName == "select" ? field.QuerySelector("option[selected]") : field)?.GetAttribute("value") ?? "";
}
