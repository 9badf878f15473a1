using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.SiteFolder.Format;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.SiteFolder.Writing;

/// <summary>What people said under a post, in the order of reading, and who linked to it.</summary>
internal sealed class TalkFiles(FolderWriter folder, IReadOnlyDictionary<long, string> authors, SiteFolderReport report, ShownPictures shown)
{
    public async Task WriteAsync(BlogDb db, Post post, CancellationToken cancel)
    {
        if (!await db.Comments.AnyAsync(c => c.PostId == post.Id, cancel) && !await db.Mentions.AnyAsync(m => m.PostId == post.Id, cancel))
        {
            return;
        }

        using var file = folder.Create(FolderNames.Of(post.Kind), FolderNames.File(post.Slug) + FolderNames.Talk);
        file.Head("Reacties bij " + post.Title);
        await foreach (var comment in db.Comments.Include(c => c.Reasons.OrderBy(r => r.Id)).Where(c => c.PostId == post.Id).OrderBy(c => c.Path).AsAsyncEnumerable().WithCancellation(cancel))
        {
            file.Write(Record(comment));
            shown.Meet(post.Path, comment.Picture);
            report.Add(Moved.Comments);
        }

        await foreach (var mention in db.Mentions.Where(m => m.PostId == post.Id).OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            file.Write(Record(mention));
            report.Add(Moved.Mentions);
        }
    }

    private FolderRecord Record(Comment comment)
    {
        var place = ThreadPath.TimeOf(comment.Path);
        return new FolderRecord { Text = comment.Markdown }
            .Add("reactie", comment.Id).Add("antwoord-op", comment.ParentId).Add("volgnummer", comment.Number)
            .Add("staat", Words.States.Write(comment.State))
            .Add("naam", comment.Name).Add("e-mail", comment.Email).Add("website", comment.Website)
            .Add("auteur", comment.AuthorId is { } author ? authors[author] : null).Add("via", comment.Via).Add("foto", comment.Picture).Add("kleur", comment.Tint)
            .Add("datum", comment.CreatedAt).Add("plaats", place == comment.CreatedAt ? null : place)
            .Add("gepubliceerd", comment.PublishedAt).Add("gewijzigd", comment.EditedAt).Add("sinds", comment.StateSince == comment.CreatedAt ? null : comment.StateSince)
            .Add("weg-door", comment.RemovedBy == CommentRemover.Nobody ? null : Words.Removers.Write(comment.RemovedBy))
            .AddAll("reden", comment.Reasons.Select(r => r.Detail.Length > 0 ? $"{r.Code} {r.Detail}" : r.Code))
            .Add("afgewezen-om", comment.RejectedBecause).Add("vraagt-opnieuw", comment.AskedAgainAt).Say("draad-dicht", comment.RepliesClosed)
            .Add("bron", comment.Source).Add("bron-nummer", comment.SourceId);
    }

    private static FolderRecord Record(Mention mention) => new FolderRecord { Text = mention.Excerpt }
        .Add("vermelding", Words.Mentions.Write(mention.Kind)).Add("staat", Words.States.Write(mention.State))
        .Add("naam", mention.SiteName).Add("adres", mention.Address).Add("datum", mention.ReceivedAt)
        .Add("bron", mention.Source).Add("bron-nummer", mention.SourceId);
}
