using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>
/// EF Core's model, and the code that makes queries of expressions, take a third of the time to start. On a thread of their own they
/// are ready by the time the host is: no database is opened, and what is made here is what the program then uses.
/// </summary>
public static class HeadStart
{
    public static void Begin() => new Thread(Prepare) { IsBackground = true, Name = "head start" }.UnsafeStart();

    /// <summary>A page that asks the database nothing: what makes pages is used once before the first reader needs it.</summary>
    public static void Pages(IServiceProvider services)
    {
        if (services.GetRequiredService<PageRenderer>() is { IsOpen: true } pages)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static renderer => _ = renderer.RenderAsync("/privacy"), pages, preferLocal: false);
        }
    }

    private static void Prepare()
    {
        using var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { Mode = SqliteOpenMode.Memory }.ToString())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).EnableThreadSafetyChecks(false).Options);
        _ = db.PublicArticles().OrderByDescending(p => p.PublishedAt).Take(1).Select(PostCard.From).ToQueryString();
    }
}
