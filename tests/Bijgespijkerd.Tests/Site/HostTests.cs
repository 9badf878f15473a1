using System.Net;

namespace Bijgespijkerd.Tests.Site;

/// <summary>By which names the site may be called (row A4).</summary>
public sealed class HostTests : BlogTests
{
    [Theory]
    [InlineData("kwaad.test", HttpStatusCode.BadRequest)]
    [InlineData("blog.voorbeeld.test.kwaad.test", HttpStatusCode.BadRequest)]
    [InlineData("blog.voorbeeld.test", HttpStatusCode.OK)]
    [InlineData("localhost:5000", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5000", HttpStatusCode.OK)]
    public async Task Only_its_own_name_and_those_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        foreach (var path in new[] { "/", "/inloggen" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            Assert.Equal(expected, (await Blog.Visitor().SendAsync(request)).StatusCode);
        }
    }
}
