using System.Net;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>Nothing of one visitor, and nothing that one visitor sends, reaches what others get.</summary>
public sealed class NotForAllTests : BlogTests
{
    [Theory]
    [InlineData("Host", "kwaad.voorbeeld.test")]
    [InlineData("X-Forwarded-Host", "kwaad.voorbeeld.test")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Original-URL", "/zoeken?q=kwaad")]
    [InlineData("Forwarded", "host=kwaad.voorbeeld.test")]
    [InlineData("Accept", "application/json")]
    [InlineData("Accept-Language", "fr")]
    [InlineData("X-Requested-With", "XMLHttpRequest")]
    [InlineData("Cookie", "iets=kwaad")]
    [InlineData("Authorization", "Bearer kwaad")]
    [InlineData("Range", "bytes=0-10")]
    [InlineData("Accept-Encoding", "gzip;q=kwaad")]
    public async Task A_header_of_the_first_reader_changes_nothing_for_the_next(string name, string value)
    {
        var post = await Blog.ArticleAsync();
        foreach (var path in new[] { post.Path, "/", "/feed", "/privacy" })
        {
            var (clean, other) = (await FreshAsync(path), new HttpRequestMessage(HttpMethod.Get, path));
            Blog.Forget(path);
            other.Headers.TryAddWithoutValidation(name, value);
            await Blog.Visitor().SendAsync(other);

            Assert.Equal(clean, await Blog.Visitor().GetStringAsync(path));
        }
    }

    [Theory]
    [InlineData("?utm_source=kwaad")]
    [InlineData("?x=%3Cscript%3E")]
    [InlineData("?pagina=7&q=x")]
    [InlineData("?")]
    public async Task A_query_the_page_does_not_know_changes_nothing_and_costs_nothing(string query)
    {
        var post = await Blog.ArticleAsync();
        var page = await Blog.Visitor().GetStringAsync(post.Path);
        var before = Blog.Sql.Commands;

        Assert.Equal(page, await Blog.Visitor().GetStringAsync(post.Path + query));
        Assert.Equal(before, Blog.Sql.Commands);
    }

    [Fact]
    public async Task A_query_the_page_knows_is_answered_and_kept_by_nobody()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);

        var asked = await Blog.Visitor().OpenAsync($"{post.Path}?antwoord={comment.Id}");

        Assert.Contains(Cast.Noor, asked.Text("#laat"), StringComparison.Ordinal);
        Assert.Null(asked.Answer.Headers.ETag);
        Assert.Equal("Laat een antwoord achter", (await Blog.Visitor().OpenAsync(post.Path)).Text("#laat"));
    }

    [Fact]
    public async Task What_waits_for_approval_is_on_the_page_of_its_writer_alone()
    {
        var post = await Blog.ArticleAsync();
        var writer = Blog.Visitor();
        await writer.ReactAsync(post.Path, Cast.Tijmen, text: "Nog niet voor iedereen.");

        // The writer looks first: with an empty memory, that is whom a page could be made for.
        Blog.Forget(post.Path);
        var own = await writer.OpenAsync(post.Path);
        var other = await Blog.Visitor().OpenAsync(post.Path);
        var again = await writer.OpenAsync(post.Path);

        Assert.Contains("Nog niet voor iedereen.", own.Source, StringComparison.Ordinal);
        Assert.True(own.Answer.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Null(own.Answer.Headers.ETag);
        Assert.DoesNotContain("Nog niet voor iedereen.", other.Source, StringComparison.Ordinal);
        Assert.Contains("Nog niet voor iedereen.", again.Source, StringComparison.Ordinal);
        Assert.False(other.Answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_is_not_found_moved_or_searched_is_not_kept()
    {
        var post = await Blog.TellAsync(new Tale("Oude naam"));
        await Blog.MoveAsync(post, "nieuwe-naam");
        foreach (var path in new[] { "/artikel/oude-naam", "/artikel/nergens", "/nergens", "/zoeken", "/healthz", "/readyz", "/pagina/99" })
        {
            await Blog.Visitor().GetAsync(path);
            Assert.Null(Store.Find(path));
        }
    }

    [Theory]
    [InlineData("/ARTIKEL/een-plan")]
    [InlineData("/artikel/een-plan/")]
    public async Task Another_spelling_of_an_address_takes_no_room(string path)
    {
        await Blog.TellAsync(new Tale("Een plan"));

        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync(path)).StatusCode);
        Assert.Equal(0, Store.Count);
    }

    [Theory]
    [InlineData("0{0}")]
    [InlineData("+{0}")]
    [InlineData("%20{0}")]
    public async Task A_thread_has_one_address(string spelling)
    {
        var comment = await Blog.CommentAsync(await Blog.ArticleAsync());
        var id = comment.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().GetAsync($"/reactie/{id}/draad")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Blog.Visitor().GetAsync($"/reactie/{spelling.Replace("{0}", id, StringComparison.Ordinal)}/draad")).StatusCode);
    }

    [Theory]
    [InlineData(200, "text/html", "no-cache", null, true)]
    [InlineData(200, "text/html", "no-cache", "een=koekje", false)]
    [InlineData(200, "text/html", "private, no-store", null, false)]
    [InlineData(200, "text/html", "", null, false)]
    [InlineData(200, null, "no-cache", null, false)]
    [InlineData(404, "text/html", "no-cache", null, false)]
    [InlineData(500, "text/html", "no-cache", null, false)]
    public async Task Only_an_answer_for_all_becomes_a_page(int status, string? type, string cache, string? cookie, bool expected)
    {
        var renderer = ActivatorUtilities.CreateInstance<PageRenderer>(Blog.Services);
        renderer.RunsThrough(async context =>
        {
            (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.CacheControl) = (status, type, cache);
            if (cookie is not null)
            {
                context.Response.Headers.SetCookie = cookie;
            }

            await context.Response.Body.WriteAsync("een pagina"u8.ToArray());
        });

        Assert.Equal(expected, await renderer.RenderAsync("/") is not null);
    }

    private PageStore Store => Blog.Services.GetRequiredService<PageStore>();

    private async Task<string> FreshAsync(string path)
    {
        Blog.Forget(path);
        return await Blog.Visitor().GetStringAsync(path);
    }
}
