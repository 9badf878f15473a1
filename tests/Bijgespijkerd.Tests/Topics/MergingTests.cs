using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Topics;

public sealed class MergingTests : BlogTests
{
    [Fact]
    public async Task Articles_move_without_doubles_and_keep_their_order_of_categories()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        foreach (var name in new[] { "Oud", "Nieuw", "Ander" })
        {
            await Blog.CategoryAsync(name);
        }

        var first = await Blog.TellAsync(new Tale("Eerst") { Categories = ["Oud", "Ander", "Nieuw"], Tags = ["a", "b"] });
        var last = await Blog.TellAsync(new Tale("Laatst") { Categories = ["Nieuw", "Ander", "Oud"], Tags = ["a"] });
        var alone = await Blog.TellAsync(new Tale("Alleen") { Categories = ["Ander", "Oud"], State = PostState.Draft });
        var (old, into) = (await Blog.CategoryNamedAsync("Oud"), await Blog.CategoryNamedAsync("Nieuw"));

        var done = await desk.MergeAsync(TopicDesk.PathOf(old), into.Id);
        await desk.MergeAsync(TopicDesk.PathOf(await Blog.TagNamedAsync("a")), (await Blog.TagNamedAsync("b")).Id);

        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        Assert.Equal(["Nieuw", "Ander"], await CategoriesAsync(first));
        Assert.Equal(["Nieuw", "Ander"], await CategoriesAsync(last));
        Assert.Equal(["Ander", "Nieuw"], await CategoriesAsync(alone));
        Assert.Equal(["b"], await TagsAsync(first));
        Assert.Equal(["b"], await TagsAsync(last));
        Assert.Equal((301, "/categorie/nieuw/pagina/2"), await Blog.GoAsync("/categorie/oud/pagina/2"));
        Assert.Equal((301, "/tag/b"), await Blog.GoAsync("/tag/a"));
        await Blog.AssertKeptAsync(("Nieuw", 2), ("Ander", 2));
        Assert.Equal(2, (await Blog.AuditAsync()).Count(a => a == "TopicMerged"));
    }

    [Fact]
    public async Task What_hung_under_it_its_blocks_and_its_former_addresses_go_along()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var old = await Blog.CategoryAsync("Oud");
        await Blog.CategoryAsync("Kind", under: "Oud");
        await Blog.BlockAsync("cursus", "De cursus", "Kom.", underCategory: "Oud");
        var into = await Blog.CategoryAsync("Nieuw");
        await desk.RenameAsync(TopicDesk.PathOf(old), "Ouder", "ouder");

        await desk.MergeAsync(TopicDesk.PathOf(old), into.Id);

        Assert.Equal(into.Id, (await Blog.CategoryNamedAsync("Kind")).ParentId);
        Assert.Equal(into.Id, await Blog.ReadAsync(db => db.Blocks.Select(b => b.CategoryId).SingleAsync()));
        Assert.Equal((301, "/categorie/nieuw"), await Blog.GoAsync("/categorie/oud"));
        Assert.Equal((301, "/categorie/nieuw"), await Blog.GoAsync("/categorie/ouder"));
    }

    [Fact]
    public async Task One_that_hangs_below_it_takes_its_place()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        foreach (var (name, under) in new[] { ("Top", null), ("Oud", "Top"), ("Midden", "Oud"), ("Diep", "Midden"), ("Zus", "Oud") })
        {
            await Blog.CategoryAsync(name, under);
        }

        await Blog.TellAsync(new Tale("Een plan") { Categories = ["Oud", "Midden"] });
        await desk.MergeAsync(TopicDesk.PathOf(await Blog.CategoryNamedAsync("Oud")), (await Blog.CategoryNamedAsync("Diep")).Id);

        Assert.Equal("Top", (await Blog.CategoryNamedAsync("Diep")).Parent!.Name);
        Assert.Equal("Diep", (await Blog.CategoryNamedAsync("Midden")).Parent!.Name);
        Assert.Equal("Diep", (await Blog.CategoryNamedAsync("Zus")).Parent!.Name);
        await Blog.AssertKeptAsync(("Top", 1), ("Diep", 1), ("Midden", 1), ("Zus", 0));
    }

    [Fact]
    public async Task With_nothing_itself_or_what_is_gone_nothing_happens()
    {
        var desk = await Blog.SignedInAsync(Role.Editor);
        var category = await Blog.CategoryAsync("Sociaal");
        await Blog.CategoryAsync("Webcare");

        foreach (var into in new[] { category.Id, 999 })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.MergeAsync(TopicDesk.PathOf(category), into)).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await desk.PressAsync(TopicDesk.PathOf(category) + "/samenvoegen", ("Into", ""))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.MergeAsync(TopicDesk.Categories + "/999", category.Id)).Status);
        Assert.Equal(2, await Blog.ReadAsync(db => db.Categories.CountAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Counts_stay_right_whatever_is_merged_moved_and_deleted(int seed)
    {
        var chance = new Random(seed);
        var desk = await Blog.SignedInAsync(Role.Editor);
        var names = Enumerable.Range(0, 8).Select(n => $"K{n}").ToList();
        foreach (var name in names)
        {
            await Blog.CategoryAsync(name);
        }

        foreach (var n in Enumerable.Range(0, 15))
        {
            await Blog.TellAsync(new Tale($"Artikel {n}")
            {
                State = chance.Next(4) == 0 ? PostState.Draft : PostState.Published,
                Categories = [.. names.Where(_ => chance.Next(3) == 0)],
                Tags = [.. names.Where(_ => chance.Next(3) == 0)],
            });
        }

        for (var turn = 0; turn < 12; turn++)
        {
            var kind = chance.Next(3) == 0 ? TopicDesk.Tags : TopicDesk.Categories;
            var ids = await Blog.ReadAsync(db => kind == TopicDesk.Tags ? db.Tags.Select(t => t.Id).ToListAsync() : db.Categories.Select(c => c.Id).ToListAsync());
            if (ids.Count < 2)
            {
                break;
            }

            var (one, other) = (ids[chance.Next(ids.Count)], ids[chance.Next(ids.Count)]);
            _ = chance.Next(4) switch
            {
                0 => await desk.PressAsync($"{kind}/{one}/verwijderen"),
                1 => await desk.MergeAsync($"{kind}/{one}", other),
                _ => await desk.RenameAsync($"{kind}/{one}", $"N{turn}", "", kind == TopicDesk.Tags ? "" : $"{other}"),
            };
            await Blog.AssertKeptAsync();
        }
    }

    private Task<List<string>> CategoriesAsync(Post post) =>
        Blog.ReadAsync(db => db.PostCategories.Where(c => c.PostId == post.Id).OrderBy(c => c.Position).Select(c => c.Category!.Name).ToListAsync());

    private Task<List<string>> TagsAsync(Post post) => Blog.ReadAsync(db => db.PostTags.Where(t => t.PostId == post.Id).Select(t => t.Tag!.Name).ToListAsync());
}
