using Bijgespijkerd.Tests.Moderation;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>For each check: a comment that trips it, what a moderator reads of it, and what its writer reads.</summary>
public sealed class ChecksTableTests
{
    /// <summary>A setting, what is sent, the reason for a moderator, the sentence for the writer.</summary>
    public static TheoryData<string, string, string, string, string> Checks { get; } = new()
    {
        { "", "Onderwerp=koop", "Vulde een verborgen veld in", "Een redacteur kijkt er eerst naar", "Mag ik iets vragen?" },
        { "", "Duur=300", "Verstuurd in 0.3 s", "Een redacteur kijkt er eerst naar", "Mag ik iets vragen?" },
        { "", "", "Geblokkeerd woord of adres", "Een redacteur kijkt er eerst naar", "Ik verkoop zonnebrillen." },
        { "Comments:HoldAll=true", "", "Elke reactie wacht", "leest een redacteur elke reactie", "Mag ik iets vragen?" },
        { "", "", "3 links", "Er staan meerdere links in", "Zie https://een.test en https://twee.test en https://drie.test dus." },
        { "", "", "woord van de wachtlijst", "waar we altijd eerst naar kijken", "Wat kost een hypotheek?" },
        { "Comments:FilterSpam=0", "", "Spamfilter", "Ons spamfilter twijfelt", "Online casino bonus! Koop nu backlinks." },
    };

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Whoever_decides_and_whoever_wrote_it_read_why(string setting, string field, string forModerator, string forWriter, string text)
    {
        await using var blog = setting.Length > 0 ? new TestBlog((setting.Split('=')[0], setting.Split('=')[1])) : new TestBlog();
        var post = await blog.ArticleAsync();
        await blog.CommentAsync(post);
        var desk = await blog.SignedInAsync(Role.Moderator);
        await desk.PressAsync("/beheer/reacties/regels", ("Regel", "zonnebril*"), ("Gevolg", "spam"));
        await desk.PressAsync("/beheer/reacties/regels", ("Regel", "hypotheek"), ("Gevolg", "wacht"));
        var visitor = blog.Visitor();

        (string, string)[] more = field.Length > 0 ? [(field.Split('=')[0], field.Split('=')[1])] : [];
        var page = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, text: text, more: more));
        var own = await visitor.OpenAsync(page[".is-pending a[href*='sleutel']"].GetAttribute("href")!);
        var stored = await blog.LatestAsync();
        var queue = await desk.OpenAsync($"{QueueDesk.Path}?stand={(stored.State == CommentState.Spam ? "spam" : "wacht")}");

        Assert.Contains(forModerator, queue.Text(".q .why"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(forWriter, own.Text(".note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_comment_is_told_to_both()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        var visitor = blog.Visitor();
        var page = await visitor.FollowAsync(await visitor.ReactAsync(post.Path, text: "Mag ik iets vragen?"));
        var own = await visitor.OpenAsync(page[".is-pending a[href*='sleutel']"].GetAttribute("href")!);
        var queue = await (await blog.SignedInAsync(Role.Moderator)).OpenAsync(QueueDesk.Path);

        Assert.Contains("Eerste reactie", queue.Text(".q .why"), StringComparison.Ordinal);
        Assert.Contains("je eerste reactie", own.Text(".note"), StringComparison.Ordinal);
    }
}
