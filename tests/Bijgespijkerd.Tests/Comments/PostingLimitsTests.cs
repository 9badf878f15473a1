using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Comments;

/// <summary>Lengths are refused with a message and never cut; nothing that is sent makes the site fail.</summary>
public sealed class PostingLimitsTests : BlogTests
{
    private const int Million = 1_000_000;

    private static string Website(int length) => "https://voorbeeld.test/" + new string('a', length - "https://voorbeeld.test/".Length);

    private static string Email(int length)
    {
        const string end = ".test";
        var label = new string('a', 60) + ".";
        var domain = string.Concat(Enumerable.Repeat(label, 3));
        var local = new string('n', 50);
        return $"{local}@{domain}{new string('b', length - local.Length - 1 - domain.Length - end.Length)}{end}";
    }

    [Theory]
    [InlineData("Name", 100)]
    [InlineData("Email", 254)]
    [InlineData("Website", 500)]
    [InlineData("Body", 10_000)]
    public async Task A_text_as_long_as_may_be_is_taken_whole(string field, int limit)
    {
        var post = await Blog.ArticleAsync();
        var text = Text(field, limit);

        var answer = await Blog.Visitor().ReactAsync(post.Path, more: (field, text));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var stored = await Blog.LatestAsync();
        Assert.Equal(text, field switch { "Name" => stored.Name, "Email" => stored.Email, "Website" => stored.Website, _ => stored.Markdown });
    }

    [Theory]
    [InlineData("Name", 100, "100 tekens")]
    [InlineData("Email", 254, "254 tekens")]
    [InlineData("Website", 500, "500 tekens")]
    [InlineData("Body", 10_000, "10000 tekens")]
    public async Task One_character_more_is_refused_and_given_back(string field, int limit, string message)
    {
        var post = await Blog.ArticleAsync();
        var text = Text(field, limit + 1);

        var page = await Blog.Visitor().ReactAsync(post.Path, more: (field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.Text("#fouten"), StringComparison.Ordinal);
        Assert.Equal(text, page.Typed(field));
        Assert.Equal(0, await Blog.ReadAsync(db => db.Comments.CountAsync()));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("Email")]
    [InlineData("Website")]
    [InlineData("Body")]
    [InlineData("ParentId")]
    [InlineData("Onderwerp")]
    [InlineData("Duur")]
    [InlineData("Voorbeeld")]
    public async Task A_megabyte_in_a_field_is_no_trouble(string field)
    {
        var post = await Blog.ArticleAsync();

        foreach (var unit in new[] { 'a', ' ', '<' })
        {
            using var form = new StringContent($"{field}={new string(unit, Million)}", Encoding.UTF8, "application/x-www-form-urlencoded");
            var answer = await Blog.Visitor().PostAsync(post.Path + "/reacties", form);
            Assert.True((int)answer.StatusCode is 400 or 413 or 422 || (field == "Voorbeeld" && answer.StatusCode == HttpStatusCode.OK), $"{answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData("/reacties")]
    [InlineData("/reactie/1/bewerken")]
    public async Task Ten_thousand_fields_are_refused(string path)
    {
        var post = await Blog.ArticleAsync();
        var fields = string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"veld{i}=x"));
        using var form = new StringContent("Name=Noor&Body=Tekst&" + fields, Encoding.UTF8, "application/x-www-form-urlencoded");

        var answer = await Page.FromAsync(await Blog.Visitor().PostAsync(path.StartsWith("/reacties", StringComparison.Ordinal) ? post.Path + path : path, form));

        Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, answer.Status.ToString());
        Assert.Equal("nl", answer["html"].GetAttribute("lang"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_form_can_hold_is_too_large_also_on_the_real_server(bool chunked)
    {
        Blog.UseKestrel(0);
        Blog.StartServer();
        var post = await Blog.ArticleAsync();
        var address = Blog.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var request = new HttpRequestMessage(HttpMethod.Post, address + post.Path + "/reacties");
        request.Content = new StringContent("Body=" + new string('a', 3 * Million), Encoding.UTF8, "application/x-www-form-urlencoded");
        (request.Headers.TransferEncodingChunked, request.Headers.ExpectContinue) = (chunked, true);
        using var client = new HttpMessageInvoker(new SocketsHttpHandler());

        var answer = await Page.FromAsync(await client.SendAsync(request, CancellationToken.None));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("nl", answer["html"].GetAttribute("lang"));
    }

    [Theory]
    [InlineData("application/json", "{\"Name\":\"Noor\"}")]
    [InlineData("multipart/form-data; boundary=grens", "geen grens")]
    [InlineData("multipart/form-data", "zonder grens")]
    [InlineData("multipart/form-data; boundary=grens", "--grens\r\nContent-Disposition: form-data; name=\"Name\"\r\n\r\nNoor")]
    [InlineData("application/x-www-form-urlencoded", "Name=%ZZ&Body=%00%FF%FE&&&==&ParentId=%")]
    [InlineData("text/plain", "Name=Noor")]
    [InlineData("", "Name=Noor")]
    public async Task What_is_no_proper_form_is_refused_kindly(string type, string content)
    {
        var post = await Blog.ArticleAsync();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        body.Headers.ContentType = type.Length > 0 ? MediaTypeHeaderValue.Parse(type) : null;

        var answer = await Blog.Visitor().PostAsync(post.Path + "/reacties", body);

        Assert.InRange((int)answer.StatusCode, 400, 422);
    }

    [Theory]
    [InlineData(1_666)]
    [InlineData(3_300)]
    public async Task A_heavily_nested_text_is_taken_as_text(int depth)
    {
        var post = await Blog.ArticleAsync();
        var text = string.Concat(Enumerable.Repeat("- ", depth)) + "x" + new string('\n', depth) + "y";

        Assert.Equal(HttpStatusCode.SeeOther, (await Blog.Visitor().ReactAsync(post.Path, text: text)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Blog.Visitor().ReactAsync(post.Path, text: text, more: ("Voorbeeld", "ja"))).Status);
    }

    private static string Text(string field, int length) => field switch
    {
        "Email" => Email(length),
        "Website" => Website(length),
        _ => new string('x', length),
    };
}
