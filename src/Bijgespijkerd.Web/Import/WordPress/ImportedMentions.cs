using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Own;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>WordPress keeps pingbacks and trackbacks among the comments.</summary>
internal static class ImportedMentions
{
    public static async Task AddAsync(BlogDb db, Post post, WxrComment old, string source, DateTimeOffset at, ImportReport report, CancellationToken cancel)
    {
        if (!WebAddress.TryClean(old.Website, out var clean))
        {
            report.Lose(Noted.MentionWithoutAddress, old.Type, old.Id, post.Title, old.Website);
            return;
        }

        var address = old.OwnMention is null ? clean : OwnTexts.Address(old.Website)!;
        var site = PersonName.Clean(ClassicContent.Words(old.Name));
        var excerpt = ClassicContent.Words(old.Content);
        if (site.Length > Limits.Title || excerpt.Length > Limits.Summary)
        {
            report.Say(Noted.MentionShortened, old.Type, old.Id, post.Title);
        }

        var kind = old.Type == "trackback" ? MentionKind.Trackback : old.OwnMention is { Kind: MentionKind.Webmention } ? MentionKind.Webmention : MentionKind.Pingback;
        var name = site.Length > 0 ? Excerpt.Of(site, Limits.Title) : new Uri(address).Host;
        var mention = Mention.Of(post, kind, name, address, Excerpt.Of(excerpt, Limits.Summary), at);
        mention.ComesFrom(source, old.Id);
        mention.Become(OwnComment.StateOf(old), post);
        if (old.OwnMention is not null && MentionNumber.Read(old.Id) is { } number && number <= OldIds.Highest && !await db.Mentions.AnyAsync(m => m.Id == number, cancel))
        {
            mention.Numbered(number);
        }

        db.Mentions.Add(mention);
        report.Count(Imported.Mentions, mention.State);
    }
}
