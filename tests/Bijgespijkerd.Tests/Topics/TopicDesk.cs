using System.Globalization;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Topics;

/// <summary>What an editor does on the pages of categories and tags.</summary>
internal static class TopicDesk
{
    public const string Categories = "/beheer/onderwerpen";
    public const string Tags = "/beheer/labels";

    public static string PathOf(Category category) => string.Create(CultureInfo.InvariantCulture, $"{Categories}/{category.Id}");

    public static string PathOf(Tag tag) => string.Create(CultureInfo.InvariantCulture, $"{Tags}/{tag.Id}");

    public static Task<Page> RenameAsync(this HttpClient desk, string path, string name, string slug, string parent = "", string description = "") =>
        desk.PressAsync(path, ("Name", name), ("Slug", slug), ("Description", description), ("Parent", parent));

    public static Task<Page> MergeAsync(this HttpClient desk, string path, long into) =>
        desk.PressAsync(path + "/samenvoegen", ("Into", into.ToString(CultureInfo.InvariantCulture)));

    public static Task<Category> CategoryNamedAsync(this TestBlog blog, string name) => blog.ReadAsync(db => db.Categories.Include(c => c.Parent).SingleAsync(c => c.Name == name));

    public static Task<Tag> TagNamedAsync(this TestBlog blog, string name) => blog.ReadAsync(db => db.Tags.SingleAsync(t => t.Name == name));

    public static Task<Tag> TagAsync(this TestBlog blog, string name, string slug) => blog.WriteAsync(db => Task.FromResult(db.Tags.Add(Tag.Named(name, slug)).Entity));

    /// <summary>Where an address leads a reader, and with which status.</summary>
    public static async Task<(int Status, string? To)> GoAsync(this TestBlog blog, string path)
    {
        var answer = await blog.Visitor().GetAsync(path);
        return ((int)answer.StatusCode, answer.Headers.Location?.ToString());
    }
}
