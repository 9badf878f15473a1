using System.Net;
using System.Xml.Linq;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Feeds;

/// <summary>A conversation is followed in a feed reader, without leaving an address.</summary>
public sealed class TalkFeedTests : BlogTests
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";

    [Fact]
    public async Task The_page_to_follow_it_leads_to_its_newest_comments()
    {
        var post = await Blog.ArticleAsync();
        var first = await Blog.CommentAsync(post, text: "Zie [het plan](https://plan.test/een).");
        await Blog.HideAsync(await Blog.CommentAsync(post, Cast.Tijmen, "Weg ermee."), CommentState.Trash);
        var path = (await Blog.Visitor().OpenAsync(post.Path + "/volgen"))["main a[type='application/rss+xml']"].GetAttribute("href")!;

        Assert.Equal([first.Id], await IdsAsync(path));
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await Blog.CommentAsync(post, Cast.Joost, "Eens.", first);

        Assert.Equal([second.Id, first.Id], await IdsAsync(path));
        var channel = XDocument.Parse(await Blog.Visitor().GetStringAsync(path)).Root!.Element("channel")!;
        Assert.Contains(post.Title, channel.Element("title")!.Value, StringComparison.Ordinal);
        Assert.Contains("href=\"https://plan.test/een\"", channel.Elements("item").Last().Element(Content + "encoded")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@voorbeeld.test", channel.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_readers_do_not_see_there_is_none()
    {
        var draft = await Blog.ArticleAsync("Nog een concept", also: p => p.BackToDraft(Blog.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().GetAsync(draft.Path + "/feed")).StatusCode);
    }

    [Fact]
    public async Task Of_an_article_with_another_address_it_leads_on_and_of_a_deleted_one_it_is_gone()
    {
        var post = await Blog.ArticleAsync();
        await Blog.WriteAsync(async db =>
        {
            var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
            db.FormerSlugs.AddRange(FormerSlug.Of(stored, "heette-eerst-zo"), FormerSlug.Of(stored, post.Slug), FormerSlug.OfDeleted(PostKind.Article, "bestond-ooit"));
            return true;
        });

        var renamed = await Blog.Visitor().GetAsync("/artikel/heette-eerst-zo/feed");
        Assert.Equal((HttpStatusCode.MovedPermanently, post.Path + "/feed"), (renamed.StatusCode, renamed.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync(post.Path + "/feed")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Blog.Visitor().GetAsync("/artikel/bestond-ooit/feed")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().GetAsync(post.Path + "/nergens")).StatusCode);
    }

    private async Task<List<long>> IdsAsync(string path) =>
    [
        .. XDocument.Parse(await Blog.Visitor().GetStringAsync(path)).Descendants("item").Select(i => long.Parse(i.Element("guid")!.Value.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)),
    ];
}
