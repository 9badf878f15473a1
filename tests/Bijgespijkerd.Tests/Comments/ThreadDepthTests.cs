using AngleSharp.Dom;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Tests.Comments;

public sealed class ThreadDepthTests : BlogTests
{
    [Fact]
    public async Task Answers_are_nested_six_deep_and_stand_flat_in_their_order_below()
    {
        var post = await Blog.ArticleAsync();
        var chain = await ChainAsync(post, 9, i => $"Naam {i}");

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal([1, 2, 3, 4, 5, 6, 6, 6, 6], chain.Select(c => LevelOf(page, c)));
        Assert.Equal(chain.Select(c => c.Id), page.Comments);
    }

    [Fact]
    public async Task Two_people_who_answer_each_other_are_not_indented_further()
    {
        var post = await Blog.ArticleAsync();
        var chain = await ChainAsync(post, 30, i => i % 2 == 0 ? Cast.Noor : Cast.Joost);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal([1, .. Enumerable.Repeat(2, 29)], chain.Select(c => LevelOf(page, c)));
        Assert.Equal(chain.Select(c => c.Id), page.Comments);
    }

    [Fact]
    public async Task A_third_voice_or_a_branch_ends_their_run()
    {
        var post = await Blog.ArticleAsync();
        var chain = await ChainAsync(post, 4, i => i % 2 == 0 ? Cast.Noor : Cast.Joost);
        var third = await Blog.CommentAsync(post, Cast.Femke, answers: chain[3]);
        var branch = await Blog.CommentAsync(post, Cast.Tijmen, answers: chain[1]);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal([1, 2, 3, 4], chain.Select(c => LevelOf(page, c)));
        Assert.Equal((5, 3), (LevelOf(page, third), LevelOf(page, branch)));
    }

    [Fact]
    public async Task Every_answer_says_to_whom_with_a_link_to_it()
    {
        var post = await Blog.ArticleAsync();
        var chain = await ChainAsync(post, 9, i => $"Naam <{i}>");

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.False(page.Has($"#reactie-{chain[0].Id} .u-in-reply-to"));
        for (var i = 1; i < chain.Count; i++)
        {
            var link = page[$"#reactie-{chain[i].Id} .u-in-reply-to"];
            Assert.Equal(($"#reactie-{chain[i - 1].Id}", $"@Naam <{i - 1}>"), (link.GetAttribute("href"), link.TextContent));
            Assert.Equal("in reactie op", link.PreviousSibling!.TextContent.Trim());
        }
    }

    [Fact]
    public async Task Answers_are_counted_beside_their_toggle_and_one_answer_has_none()
    {
        var post = await Blog.ArticleAsync();
        var first = await Blog.CommentAsync(post);
        var busy = await Blog.CommentAsync(post, Cast.Joost, answers: first);
        for (var i = 0; i < 6; i++)
        {
            await Blog.CommentAsync(post, $"Naam {i}", answers: busy);
        }

        var quiet = await Blog.CommentAsync(post, Cast.Tijmen);
        await Blog.CommentAsync(post, Cast.Femke, answers: quiet);

        var page = await Blog.Visitor().OpenAsync(post.Path);

        Assert.Equal(["7 antwoorden", "6 antwoorden"], page.All("#reacties details[open] > summary").Select(s => s.TextContent[..12]));
        Assert.Equal("DETAILS", page[$"#reactie-{first.Id}"].NextElementSibling!.TagName);
        Assert.Equal("DIV", page[$"#reactie-{quiet.Id}"].NextElementSibling!.TagName);
        Assert.Equal("OL", page[$"#reactie-{quiet.Id}"].NextElementSibling!.FirstElementChild!.TagName);
        Assert.Equal(10, page.All("#reacties ol > li > article.h-cite.u-comment").Count);
        Assert.All(page.All("#reacties ol"), list => Assert.All(list.Children, item => Assert.Equal("LI", item.TagName)));
    }

    [Fact]
    public async Task A_comment_carries_the_marks_that_machines_read()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post, text: "Gelezen.");

        var card = (await Blog.Visitor().OpenAsync(post.Path))[$"section#reacties ol > li > article#reactie-{comment.Id}.h-cite.u-comment"];

        Assert.Equal(Cast.Noor, card.QuerySelector(".p-author")!.TextContent);
        Assert.Equal("2026-05-14T09:12:00+02:00", card.QuerySelector("time.dt-published")!.GetAttribute("datetime"));
        Assert.Equal($"/reactie/{comment.Id}", card.QuerySelector("a.nr.u-url")!.GetAttribute("href"));
        Assert.Equal("Gelezen.", card.QuerySelector(".e-content")!.TextContent.Trim());
        Assert.StartsWith("Beantwoorden", card.QuerySelector("a[data-antwoord]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<List<Comment>> ChainAsync(Post post, int length, Func<int, string> name)
    {
        var chain = new List<Comment>();
        for (var i = 0; i < length; i++)
        {
            Blog.Clock.Pass(TimeSpan.FromSeconds(7));
            chain.Add(await Blog.CommentAsync(post, name(i), $"Tekst {i}.", chain.LastOrDefault()));
        }

        return chain;
    }

    private static int LevelOf(Page page, Comment comment) => page[$"#reactie-{comment.Id}"].Ancestors<IElement>().Count(e => e.LocalName == "ol");
}
