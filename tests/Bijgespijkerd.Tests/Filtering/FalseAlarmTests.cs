using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Checks;
using Bijgespijkerd.Web.Comments.Filter;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Filtering;

/// <summary>What the checks would say of the conversations of the demo site.</summary>
public sealed class FalseAlarmTests : IDisposable
{
    private readonly TestBlog _blog = new(("DemoContent", "true"));

    public void Dispose() => _blog.Dispose();

    [Fact]
    public async Task No_published_comment_would_be_held_by_any_check()
    {
        var published = await _blog.ReadAsync(db => db.Comments.Where(c => c.State == CommentState.Published).ToListAsync());
        var assessment = _blog.Services.GetRequiredService<CommentAssessment>();
        var alarms = new List<string>();
        foreach (var comment in published)
        {
            var sample = SpamFilter.SampleOf(comment);
            var sent = new SentComment(comment.Name, comment.Email, comment.Website, comment.Markdown, sample.Links, false, null, null, null, null, comment.CreatedAt);
            var (state, reasons) = CommentChecks.Judge(await assessment.OfAsync(sent, asksOutside: true, default) with { IsKnown = true }, _blog.Settings.Comments);
            if (state != CommentState.Published)
            {
                alarms.Add($"{comment.Id} {string.Join(", ", reasons.Select(r => r.Code + " " + r.Detail))}: {comment.Markdown}");
            }
        }

        Assert.True(published.Count > 100);
        Assert.Equal([], alarms);
    }
}
