using System.Globalization;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Import;

public sealed class ReplyImportTests : IAsyncLifetime
{
    private readonly TestBlog _blog = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _blog.DisposeAsync();

    private Task<Dictionary<long, Comment>> CommentsAsync() => _blog.ReadAsync(db => db.Comments.ToDictionaryAsync(c => c.Id));

    [Fact]
    public async Task A_reply_may_stand_before_what_it_answers_and_be_dated_before_it()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: [
            WxrFile.Comment(3, parent: 2, date: "2010-03-01 00:00:00"), WxrFile.Comment(2, parent: 1, date: "2010-03-07 00:00:00"), WxrFile.Comment(1, date: "2010-03-06 00:00:00")]));

        var comments = await CommentsAsync();
        Assert.Equal((1L, 2L), (comments[2].ParentId!.Value, comments[3].ParentId!.Value));
        Assert.Equal((2, 3, 1), (comments[1].Number, comments[2].Number, comments[3].Number));
        Assert.Equal((1, 1, 0), (comments[1].VisibleReplies, comments[2].VisibleReplies, comments[3].VisibleReplies));
        Assert.True((await _blog.Visitor().OpenAsync("/artikel/balie")).Has("li:has(> #reactie-2) #reactie-3"));
    }

    [Fact]
    public async Task No_ip_address_comes_along_and_nobody_is_mailed()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: [WxrFile.Comment(1), WxrFile.Comment(2, approved: "0")]));

        Assert.All((await CommentsAsync()).Values, c => Assert.Equal((null, false, "noor@voorbeeld.test"), (c.SenderAddress, c.IsNews, c.Email)));
        Assert.Empty(await _blog.OutboxAsync());
    }

    [Fact]
    public async Task Comments_that_answer_each_other_in_a_circle_begin_with_the_earliest()
    {
        var report = await _blog.ImportAsync(new WxrFile().Item(40, "Balie", more: [
            WxrFile.Comment(1, parent: 3, date: "2010-03-05 12:00:00"), WxrFile.Comment(2, parent: 1, date: "2010-03-05 11:00:00"), WxrFile.Comment(3, parent: 2, date: "2010-03-05 13:00:00"),
            WxrFile.Comment(4, parent: 3, date: "2010-03-05 10:00:00"), WxrFile.Comment(5, parent: 5)]));

        var comments = await CommentsAsync();
        Assert.Equal([3, null, 2, 3, null], comments.Values.OrderBy(c => c.Id).Select(c => (int?)c.ParentId));
        Assert.Equal(2, report.Lines().Count(l => l.Contains("which answers it in turn", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reply_to_what_is_not_there_begins_a_thread_and_the_report_says_so()
    {
        var report = await _blog.ImportAsync(new WxrFile()
            .Item(40, "Balie", more: [WxrFile.Comment(1), WxrFile.Comment(2, type: "pingback", url: "http://a.voorbeeld.test/"), WxrFile.Comment(3, parent: 2), WxrFile.Comment(4, parent: 99)])
            .Item(41, "Kelder", more: [WxrFile.Comment(5, parent: 1)]));

        Assert.All(await CommentsAsync(), c => Assert.Null(c.Value.ParentId));
        Assert.Equal(3, report.Lines().Count(l => l.Contains("begins a thread of its own", StringComparison.Ordinal)));
        Assert.Equal((4, 1), (report.New(Imported.Comments), report.New(Imported.Mentions)));
    }

    [Fact]
    public async Task A_spam_parent_with_answers_leaves_a_marker()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: [WxrFile.Comment(1, "Koop nu", approved: "spam"), WxrFile.Comment(2, parent: 1, date: "2010-03-06 00:00:00")]));

        var page = await _blog.Visitor().OpenAsync("/artikel/balie");
        Assert.Equal("1 reactie", page.Text("#reacties h2"));
        Assert.Contains("Deze reactie is verwijderd.", page.Text("#reactie-1"), StringComparison.Ordinal);
        Assert.True(page.Has("#reactie-2"));
    }

    [Fact]
    public async Task A_chain_of_1500_replies_arrives_whole()
    {
        var start = new DateTime(2010, 1, 1);
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", slug: "balie", more: Enumerable.Range(1, 1500).Reverse()
            .Select(n => WxrFile.Comment(n, parent: n - 1, date: start.AddMinutes(n).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)))));

        var comments = await CommentsAsync();
        Assert.Equal(1500, comments.Count);
        Assert.All(comments.Values, c => Assert.Equal((c.Id == 1 ? null : c.Id - 1, (int?)c.Id, (int)c.Id), (c.ParentId, c.Number, c.Depth)));
        Assert.Equal("1.500 reacties", (await _blog.Visitor().OpenAsync("/artikel/balie")).Text("#reacties h2"));
    }

    [Fact]
    public async Task A_text_longer_than_a_comment_may_be_comes_in_parts_and_whole()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 400).Select(n => $"Alinea {n} over het loket en de wachtrij, geschreven in een lange nacht."));
        var report = await _blog.ImportAsync(new WxrFile().Item(40, "Balie", more: [WxrFile.Comment(1, text), WxrFile.Comment(2, parent: 1, date: "2010-03-06 00:00:00")]));

        var parts = (await CommentsAsync()).Values.Where(c => c.SourceId == 1).OrderBy(c => c.Number).ToList();
        Assert.Equal(text, string.Join("\n\n", parts.Select(p => p.Markdown)));
        Assert.All(parts.Skip(1), p => Assert.Equal(parts[0].Id, p.ParentId));
        Assert.Contains(report.Lines(), l => l.Contains("3 parts", StringComparison.Ordinal));
        Assert.Equal(0, (await _blog.ImportAsync(new WxrFile().Item(40, "Balie", more: [WxrFile.Comment(1, text)]))).New(Imported.Comments));
    }

    [Fact]
    public async Task A_commenter_is_taken_over_without_what_is_no_use()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", more: [
            WxrFile.Comment(1, name: "", email: "geen adres", url: "javascript:alert(1)"), WxrFile.Comment(2, name: "Tijmen &amp; Joost", url: "tijmen.voorbeeld.test"), WxrFile.Comment(3, name: new string('n', 150))]));

        var comments = await CommentsAsync();
        Assert.Equal(("Anoniem", null, null), (comments[1].Name, comments[1].Email, comments[1].Website));
        Assert.Equal(("Tijmen & Joost", "https://tijmen.voorbeeld.test/"), (comments[2].Name, comments[2].Website));
        Assert.InRange(comments[3].Name.Length, 90, 100);
    }

    [Fact]
    public async Task A_name_after_an_at_leads_to_what_that_person_said_before()
    {
        await _blog.ImportAsync(new WxrFile().Item(40, "Balie", more: [WxrFile.Comment(1), WxrFile.Comment(2, "@Noor dat klopt, @Tijmen", date: "2010-03-06 00:00:00", name: "Joost")]));

        Assert.Equal("<p><a href=\"/reactie/1\">@Noor</a> dat klopt, @Tijmen</p>", (await CommentsAsync())[2].Html.ToString().Trim());
    }
}
