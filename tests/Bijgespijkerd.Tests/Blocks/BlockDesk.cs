using System.Globalization;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Blocks;

/// <summary>What an editor does on the pages of blocks.</summary>
internal static class BlockDesk
{
    public const string All = "/beheer/blokken";

    public static string PathOf(Block block) => string.Create(CultureInfo.InvariantCulture, $"{All}/{block.Id}");

    /// <summary>Fills in the form as it was opened, and sends it.</summary>
    public static async Task<Page> WriteAsync(this HttpClient desk, Page opened, string markdown, params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Basis"] = opened["[name=Basis]"].GetAttribute("value")!,
            ["Name"] = opened["[name=Name]"].GetAttribute("value")!,
            ["Title"] = opened["[name=Title]"].GetAttribute("value")!,
            ["Category"] = opened.Html.QuerySelector("[name=Category] option[selected]")?.GetAttribute("value") ?? "",
            ["Markdown"] = markdown,
            ["Actie"] = "opslaan",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return await desk.PressAsync(opened["form.form"].GetAttribute("action")!, [.. fields.Select(f => (f.Key, f.Value))]);
    }

    public static Task<Block> BlockAsync(this TestBlog blog) => blog.ReadAsync(db => db.Blocks.SingleAsync());
}
