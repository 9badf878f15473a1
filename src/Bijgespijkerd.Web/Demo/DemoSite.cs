using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Demo;

/// <summary>Loads the demo site of <c>seeds/demo</c> into an empty database, through the model, so that it obeys every rule.</summary>
public sealed class DemoSite(
    WriteLane lane, IdSequence ids, SiteSecret secret, MediaStore media, SiteClock clock, SettingsInForce settings,
    TimeProvider time, IWebHostEnvironment environment, ILogger<DemoSite> log)
{
    public async Task LoadIfWantedAsync(CancellationToken cancel)
    {
        var seeds = Path.Combine(environment.ContentRootPath, "seeds", "demo");
        if (!Directory.Exists(seeds))
        {
            seeds = Path.Combine(AppContext.BaseDirectory, "seeds", "demo");
        }

        if (settings.Now.DemoContent && !ids.HasPosts && Directory.Exists(seeds) && await LoadAsync(seeds, cancel))
        {
            log.LogInformation("The demo site of {Folder} was loaded", seeds);
        }
    }

    private Task<bool> LoadAsync(string seeds, CancellationToken cancel) => lane.WriteAsync(
        async (db, token) =>
        {
            if (await db.Posts.AnyAsync(token) || await db.Authors.AnyAsync(token) || await DemoRecord.WasLoadedAsync(db, token))
            {
                return false;
            }

            var library = new DemoLibrary(db, ids, secret, media, clock, settings.Now, seeds);
            await library.LoadAsync(token);
            var talk = new DemoTalk(db, ids, secret, clock, settings.Now, library, DemoPerson.In(seeds), time.GetUtcNow());
            foreach (var post in library.Articles)
            {
                await talk.LoadAsync(post, Path.Combine(seeds, "reacties", post.Slug + ".md"), token);
            }

            if (library.Articles.SingleOrDefault(p => p.Slug == "wat-was-jouw-eerste-bericht") is { } call)
            {
                await talk.PlayAsync(call, DemoCrowd.Of(Path.Combine(seeds, "zinnen.md"), talk.Crowd, call.Author!.Name, clock.Local(call.PublishedAt!.Value).DateTime), token);
            }

            await db.SaveChangesAsync(token);
            return true;
        },
        cancel);
}

/// <summary>Somebody who comments on the demo site.</summary>
public sealed record DemoPerson(string Name, string Email, string? Website)
{
    public static IReadOnlyDictionary<string, DemoPerson> In(string seeds) => Directory.EnumerateFiles(seeds, "mensen*.md").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(line => line.Split('|', StringSplitOptions.TrimEntries)).Where(parts => parts.Length == 3)
        .Select(parts => new DemoPerson(parts[0], parts[1], parts[2].Length > 0 ? parts[2] : null))
        .ToDictionary(p => p.Name, StringComparer.Ordinal);
}
