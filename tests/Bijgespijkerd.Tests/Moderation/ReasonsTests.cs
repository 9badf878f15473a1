using System.Net;
using Bijgespijkerd.Tests.Editing;
using Bijgespijkerd.Web.Accounts;

namespace Bijgespijkerd.Tests.Moderation;

/// <summary>The list of reasons to reject a comment: added to, renamed, ordered and cut, by who judges all comments.</summary>
public sealed class ReasonsTests : BlogTests
{
    private const string Path = QueueDesk.Path + "/redenen";

    [Fact]
    public async Task The_list_is_changed_as_a_whole_and_stands_in_the_queue()
    {
        var desk = await Blog.ModeratorAsync();
        Assert.True((await ListAsync(desk)).Count > 3);

        await SaveAsync(desk, "bewaren", "Een", "Twee", "Drie");
        Assert.Equal(["Een", "Twee", "Drie"], await ListAsync(desk));
        await SaveAsync(desk, "omhoog:2", "Een", "Twee anders", "Drie", "Vier");
        Assert.Equal(["Een", "Drie", "Twee anders", "Vier"], await ListAsync(desk));
        await SaveAsync(desk, "weg:0", "Een", "Drie", "Twee anders", "Vier");
        await SaveAsync(desk, "omlaag:0", "Drie", "Twee anders", "Vier", " ");

        Assert.Equal(["Twee anders", "Drie", "Vier"], await ListAsync(desk));
        Assert.Equal(["Twee anders", "Drie", "Vier", ""], (await desk.OpenAsync(QueueDesk.Path)).All("dialog input[name=Reden]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task An_empty_list_stays_empty()
    {
        var desk = await Blog.ModeratorAsync();

        await SaveAsync(desk, "bewaren");

        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_keeps_the_typed_list()
    {
        var (one, other) = (await Blog.ModeratorAsync(), await Blog.DeskAsync(Cast.Joost, Role.Editor));
        var basis = await BasisAsync(other);
        await SaveAsync(one, "bewaren", "Van Mo");

        var answer = await other.PressAsync(Path, ("basis", basis), ("actie", "bewaren"), ("tekst", "Van Joost"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Van Joost", answer.All("[name=tekst]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Van Mo"], await ListAsync(one));
    }

    [Fact]
    public async Task Too_many_or_too_long_is_refused()
    {
        var desk = await Blog.ModeratorAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(desk, "bewaren", [.. Enumerable.Range(0, 21).Select(i => $"Reden {i}")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(desk, "bewaren", new string('x', 181))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Blog.DeskAsync()).OpenAsync(Path)).Status);
    }

    private static async Task<List<string?>> ListAsync(HttpClient desk) => [.. (await desk.OpenAsync(Path)).All(".q-reden input").Select(i => i.GetAttribute("value"))];

    private static async Task<string> BasisAsync(HttpClient desk) => (await desk.OpenAsync(Path))["[name=basis]"].GetAttribute("value")!;

    private static async Task<Page> SaveAsync(HttpClient desk, string action, params string[] texts) =>
        await desk.PressAsync(Path, [("basis", await BasisAsync(desk)), ("actie", action), .. texts.Select(t => ("tekst", t))]);
}
