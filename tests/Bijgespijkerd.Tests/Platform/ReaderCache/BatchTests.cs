using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Platform.ReaderCache;

/// <summary>Several changes in one commit: each writer is told once every page that shows their change is new.</summary>
public sealed class BatchTests : BlogTests
{
    [Fact]
    public async Task A_writer_waits_for_a_page_that_another_of_the_batch_has_made_anew()
    {
        var post = await Blog.ArticleAsync();
        await Blog.Visitor().GetAsync(post.Path);
        var store = Blog.Services.GetRequiredService<PageStore>();
        var old = store.Find(post.Path);
        var listener = Blog.Services.GetServices<ICommitListener>().OfType<FreshPages>().Single();

        var told = listener.Committed([new HashSet<PageTag> { TagOf.Author(post.AuthorId) }, new HashSet<PageTag> { TagOf.Post(post.Id) }]);
        await told[0];

        Assert.NotNull(store.Find(post.Path));
        Assert.NotSame(old, store.Find(post.Path));
    }
}
