using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Posts;

/// <summary>A category with the number of public articles in it and in all categories below it.</summary>
public sealed record TopicCount(long Id, string Name, string Slug, string Description, string? Parent, int Articles)
{
    private static readonly Func<BlogDb, IEnumerable<TopicCount>> All = EF.CompileQuery((BlogDb db) => db.Categories.OrderBy(c => c.Name)
        .Select(c => new TopicCount(c.Id, c.Name, c.Slug, c.Description, c.Parent!.Name, c.ArticleCount)));

    /// <summary>Also those that no article stands in yet.</summary>
    public static IReadOnlyList<TopicCount> LoadAll(BlogDb db) => [.. All(db)];

    public static IReadOnlyList<TopicCount> Load(BlogDb db) => [.. All(db).Where(t => t.Articles > 0)];
}
