using System.Net.Http.Headers;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Platform.Media;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Media;

/// <summary>What people do on the pages of pictures.</summary>
public static class MediaDesk
{
    public const string All = "/beheer/media";

    public static async Task<HttpResponseMessage> UploadAsync(this HttpClient browser, bool asScript, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(browser)), "__RequestVerificationToken" } };
        foreach (var (name, content) in files)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(file, "Files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, All) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (asScript)
        {
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        }

        return await browser.SendAsync(request);
    }

    /// <summary>A picture this browser's owner put there.</summary>
    public static async Task<Picture> PictureAsync(this HttpClient browser, TestBlog blog, int number = 0, int width = 90)
    {
        var answer = await browser.UploadAsync(asScript: true, ($"plaatje-{number}.png", PictureFiles.Png(width, 60, number: number)));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await blog.ReadAsync(db => db.Set<Picture>().OrderByDescending(p => p.Id).FirstAsync());
    }

    /// <summary>A picture that nobody looks at: a row, and no files.</summary>
    public static Task<Picture> TellPictureAsync(this TestBlog blog, long by = 99) => blog.WriteAsync(db =>
    {
        var address = new PictureAddress(new string('a', 32), 20, 10, ".jpg");
        var made = new MadePicture(PictureKind.Jpeg, 20, 10, address, [new MadeFile(address.Name, 20, 10, [1])]);
        return Task.FromResult(db.Add(Picture.Uploaded(made, new string('b', 64), "plaatje.jpg", by, blog.Clock.GetUtcNow())).Entity);
    });

    public static Task<int> PicturesAsync(this TestBlog blog) => blog.ReadAsync(db => db.Set<Picture>().CountAsync());

    private static async Task<string> TokenAsync(HttpClient browser) => (await browser.OpenAsync("/account"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
}
