using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Data;

/// <summary>Reads a sample of a new set through the program: every comment must stand on the page where it belongs.</summary>
public static class DataCheck
{
    private const string Comment = " id=\"reactie-";

    public static async Task RunAsync(Server blog, DataSpec spec, CancellationToken cancel)
    {
        using var browser = new Browser(blog.Address);
        foreach (var (path, comments) in new[] { ("/artikel/draad-20", 20), ("/artikel/koud-20-1", 20), ("/artikel/koud-200-2", 200), ("/artikel/draad-200", 200) })
        {
            Expect(path, comments, await CountAsync(browser, path, cancel));
        }

        Expect("draad-1000", 1_000, await AllPagesAsync(browser, "/artikel/draad-1000", cancel));
        foreach (var path in new[] { "/", $"/pagina/{spec.Posts / 10}", "/feed" })
        {
            await browser.PageAsync(path, cancel);
        }
    }

    private static async Task<int> AllPagesAsync(Browser browser, string post, CancellationToken cancel)
    {
        var found = await CountAsync(browser, post, cancel);
        for (var page = 2; await browser.GetAsync($"{post}/reacties/{page}", cancel) is { Status: 200 } answer; page++)
        {
            found += Count(answer);
        }

        return found;
    }

    private static async Task<int> CountAsync(Browser browser, string path, CancellationToken cancel) => Count(await browser.PageAsync(path, cancel));

    private static int Count(Answer answer) => answer.Text.Split(Comment).Length - 1;

    private static void Expect(string what, int wanted, int found)
    {
        if (wanted != found)
        {
            throw new BenchException($"The set is wrong: {what} shows {found} comments instead of {wanted}.");
        }
    }
}
