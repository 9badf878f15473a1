using System.Net;
using Bijgespijkerd.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Another site cannot let its visitors comment here.</summary>
public sealed class CrossSiteTests : BlogTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "iets-anders")]
    [InlineData("Origin", "https://kwaad.test")]
    [InlineData("Origin", "https://blog.voorbeeld.test.kwaad.test")]
    [InlineData("Origin", "https://blog.voorbeeld.test:8443")]
    [InlineData("Origin", "null")]
    [InlineData("Referer", "https://kwaad.test/?https://blog.voorbeeld.test/")]
    public async Task A_form_of_another_site_is_refused_in_Dutch(string header, string value)
    {
        var post = await Blog.ArticleAsync();

        var page = await SendAsync(post.Path + "/reacties", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("nl", page["html"].GetAttribute("lang"));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", TestBlog.Address)]
    [InlineData("Referer", TestBlog.Address + "/artikel/iets")]
    [InlineData("Accept", "text/html")]
    public async Task A_form_of_this_site_or_of_a_browser_that_says_nothing_is_taken(string header, string value)
    {
        var post = await Blog.ArticleAsync();

        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(post.Path + "/reacties", (header, value))).Status);
    }

    [Fact]
    public async Task A_form_that_names_no_sender_is_refused_when_a_session_came_along()
    {
        var (post, author) = (await Blog.ArticleAsync(), await Blog.SignedInAsync(Role.Author));

        var refused = await SendAsync(author, post.Path + "/reacties", ("Accept", "text/html"));

        Assert.Equal((HttpStatusCode.Forbidden, "nl"), (refused.Status, refused["html"].GetAttribute("lang")));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(author, post.Path + "/reacties", ("Origin", TestBlog.Address))).Status);
    }

    [Fact]
    public async Task A_form_of_the_panel_that_names_no_sender_is_refused_whatever_token_it_has()
    {
        var author = await Blog.SignedInAsync(Role.Author);
        var token = (await author.OpenAsync("/account"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "Iemand Anders"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync("/account/naam", form)).StatusCode);
        Assert.Equal("De Author", await Blog.ReadAsync(db => db.Accounts.Select(a => a.Name).SingleAsync()));
    }

    [Fact]
    public async Task What_the_browser_says_of_the_sender_goes_before_addresses()
    {
        var post = await Blog.ArticleAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(post.Path + "/reacties", ("Sec-Fetch-Site", "cross-site"), ("Origin", TestBlog.Address))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(post.Path + "/reacties", ("Origin", "https://kwaad.test"), ("Referer", TestBlog.Address + "/"))).Status);
    }

    [Fact]
    public async Task Every_public_form_refuses_other_sites()
    {
        var post = await Blog.ArticleAsync();
        var comment = await Blog.CommentAsync(post);
        var forms = Blog.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace?.Contains("Comments", StringComparison.Ordinal) is true)
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{slug}", post.Slug, StringComparison.Ordinal).Replace("{id:long}", $"{comment.Id}", StringComparison.Ordinal)).ToList();

        Assert.Contains(post.Path + "/reacties", forms);
        Assert.True(forms.Count >= 4);
        foreach (var form in forms)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(form, ("Sec-Fetch-Site", "cross-site"))).Status);
        }
    }

    private Task<Page> SendAsync(string path, params (string Name, string Value)[] headers) => SendAsync(Blog.Visitor(), path, headers);

    private static async Task<Page> SendAsync(HttpClient browser, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(Visiting.Fields()) };
        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Page.FromAsync(await browser.SendAsync(request));
    }
}
