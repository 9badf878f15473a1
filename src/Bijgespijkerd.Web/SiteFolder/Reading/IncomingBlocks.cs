using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Reading;

/// <summary>Blocks, rendered as a block that is written here.</summary>
internal static class IncomingBlocks
{
    public static async Task BringInAsync(BlogDb db, FolderFiles folder, SiteFolderReport report, CancellationToken cancel)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in folder.Names(FolderNames.Blocks))
        {
            var where = $"{FolderNames.Blocks}/{file}";
            try
            {
                var record = folder.Whole(FolderNames.Blocks, file);
                var name = record.Needed("naam", Limits.Slug);
                if (!Slug.IsValid(name) || !met.Add(name) || record.Text.Length > Limits.Comment)
                {
                    throw new UnfitRecordException($"'{name}' cannot be its name, stands there twice, or its text is too long");
                }

                if (await db.Blocks.AnyAsync(b => b.Name == name, cancel))
                {
                    report.AddKnown(Moved.Blocks);
                    continue;
                }

                var title = record.Short("titel", Limits.Title);
                var rendered = PostRendering.RenderBlock(name, title, record.Text);
                db.Blocks.Add(Block.Named(name, title, record.Text, rendered, await UnderAsync(db, record, where, report, cancel)));
                report.Add(Moved.Blocks);
            }
            catch (UnfitRecordException e)
            {
                report.Lose(where, e.Message);
            }
        }
    }

    private static async Task<Category?> UnderAsync(BlogDb db, FolderRecord record, string where, SiteFolderReport report, CancellationToken cancel)
    {
        if (record.Find("onder") is not { } slug)
        {
            return null;
        }

        var category = await db.Categories.AsTracking().SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (category is null)
        {
            report.Lose(where, $"it stands under no category: there is no '{slug}'");
        }

        return category;
    }
}

/// <summary>Rules for words; one that finds the same is there already.</summary>
internal static class IncomingRules
{
    public static async Task BringInAsync(BlogDb db, FolderFiles folder, SiteFolderReport report, CancellationToken cancel)
    {
        var here = (await db.WordRules.Select(r => r.Pattern).ToListAsync(cancel)).Select(WordRule.KeyOf).ToHashSet(StringComparer.Ordinal);
        foreach (var record in report.Fit(FolderNames.Rules, folder.Records(FolderNames.Rules)))
        {
            report.Take(FolderNames.Rules, record, () =>
            {
                var pattern = record.Needed("regel", WordPattern.MaxLength);
                if (WordRule.IsErased(pattern) || CommentRule.Parse(pattern) is null)
                {
                    throw new UnfitRecordException($"'{pattern}' is no rule");
                }

                var rule = WordRule.Of(pattern, record.Word("doet", Words.Rules), record.Short("door", Limits.Name), record.NeededMoment("sinds"));
                if (!here.Add(rule.Key))
                {
                    report.AddKnown(Moved.WordRules);
                    return;
                }

                db.WordRules.Add(rule);
                report.Add(Moved.WordRules);
            });
        }
    }
}
