using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>Authors, categories, tags, blocks, settings and rules for words.</summary>
internal sealed class ListFiles(FolderWriter folder, BlogDb db, SiteFolderReport report, ShownPictures shown)
{
    public async Task WriteAsync(CancellationToken cancel)
    {
        await AuthorsAsync(cancel);
        var categories = await db.Categories.OrderBy(c => c.Slug).ToListAsync(cancel);
        var slugs = categories.ToDictionary(c => c.Id, c => c.Slug);
        Write(FolderNames.Categories, "Onderwerpen", Moved.Categories, categories.Select(c => new FolderRecord()
            .Add("slug", c.Slug).Add("naam", c.Name).Add("onder", c.ParentId is { } parent ? slugs[parent] : null).Add("beschrijving", c.Description)));
        Write(FolderNames.Tags, "Labels", Moved.Tags, await db.Tags.OrderBy(t => t.Slug).Select(t => new FolderRecord().Add("slug", t.Slug).Add("naam", t.Name)).ToListAsync(cancel));
        await BlocksAsync(slugs, cancel);
        var chosen = await db.Settings.Where(s => s.Value != null).OrderBy(s => s.Key).ToListAsync(cancel);
        Write(FolderNames.Settings, "Instellingen die in het beheer zijn gekozen", Moved.Settings, chosen.Where(s => BlogSettings.Changeable.Contains(s.Key))
            .Select(s => new FolderRecord().Add("instelling", s.Key).Add("waarde", s.Value)));
        await RulesAsync(cancel);
    }

    private async Task AuthorsAsync(CancellationToken cancel)
    {
        foreach (var author in await db.Authors.Include(a => a.Links).OrderBy(a => a.Slug).ToListAsync(cancel))
        {
            using var file = folder.Create(FolderNames.Authors, FolderNames.File(author.Slug) + FolderNames.Extension);
            file.WriteWhole(new FolderRecord { Text = author.Bio }
                .Add("slug", author.Slug).Add("naam", author.Name).Add("foto", author.PicturePath).Add("kleur", author.Tint)
                .AddAll("link", author.Links.OrderBy(l => l.Id).Select(l => $"{l.Address} {l.Label}"))
                .Add("bron", author.Source).Add("bron-nummer", author.SourceId));
            shown.Meet("/auteur/" + author.Slug, author.PicturePath);
            report.Add(Moved.Authors);
        }
    }

    private async Task BlocksAsync(Dictionary<long, string> categories, CancellationToken cancel)
    {
        foreach (var block in await db.Blocks.OrderBy(b => b.Name).ToListAsync(cancel))
        {
            using var file = folder.Create(FolderNames.Blocks, FolderNames.File(block.Name) + FolderNames.Extension);
            file.WriteWhole(new FolderRecord { Text = block.Markdown }
                .Add("naam", block.Name).Add("titel", block.Title).Add("onder", block.CategoryId is { } category ? categories[category] : null));
            shown.Meet("block " + block.Name, block.Markdown);
            report.Add(Moved.Blocks);
        }
    }

    /// <summary>What stands for an erased address is made with this site's own key, and says nothing anywhere else.</summary>
    private async Task RulesAsync(CancellationToken cancel)
    {
        var rules = await db.WordRules.OrderBy(r => r.Id).ToListAsync(cancel);
        Write(FolderNames.Rules, "Woorden, sites en adressen waarop reacties worden vastgehouden", Moved.WordRules, rules.Where(r => !r.IsOfErasedAddress)
            .Select(r => new FolderRecord().Add("regel", r.Pattern).Add("doet", Words.Rules.Write(r.Action)).Add("sinds", r.AddedAt).Add("door", r.AddedBy)));
    }

    private void Write(string name, string title, Moved what, IEnumerable<FolderRecord> records)
    {
        using var file = folder.Create(name);
        file.Head(title);
        foreach (var record in records)
        {
            file.Write(record);
            report.Add(what);
        }
    }
}
