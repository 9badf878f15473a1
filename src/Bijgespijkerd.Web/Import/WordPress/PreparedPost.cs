using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>A post of the file with all that can be done before anything is stored: its text in Markdown, its pictures taken in.</summary>
internal sealed record PreparedPost(WxrItem Item, ConvertedPost Content, OldFile? Cover, OldAttachment? CoverTold, IReadOnlyList<OldFile> Files)
{
    public static async Task<PreparedPost> MakeAsync(WxrItem item, IReadOnlyDictionary<long, string> blocks, ImportedPictures pictures, ImportReport report, CancellationToken cancel)
    {
        var files = new Dictionary<string, OldFile>(StringComparer.OrdinalIgnoreCase);
        var html = await pictures.MoveAsync(Shortcodes.WithGalleries(SharedBlocks.Fill(item.Content, blocks), item.Id, pictures), Note, cancel);
        var told = item.ThumbnailId > 0 ? pictures.Attachment(item.ThumbnailId) : null;
        var cover = told is null ? null : await pictures.TakeAsync(told.Address, cancel);
        if (cover is not null)
        {
            Note(told!.Address, cover);
        }
        else if (item.ThumbnailId > 0 && !pictures.IsAsked)
        {
            report.Say(Noted.CoverNotAsked, item.Type, item.Id, item.Title);
        }
        else if (item.ThumbnailId > 0)
        {
            report.Say(Noted.PictureMissing, item.Type, item.Id, item.Title, told?.Address ?? item.Fields.Note("_thumbnail_id"));
        }

        return new PreparedPost(item, ClassicContent.Convert(html), cover, told, [.. files.Values]);

        void Note(string written, OldFile file)
        {
            if (!files.TryAdd(file.Path, file))
            {
                return;
            }

            switch (file)
            {
                case { IsPicture: false }:
                    report.Say(Noted.FileNotTaken, written);
                    break;
                case { Picture: null }:
                    report.Say(Noted.PictureMissing, item.Type, item.Id, item.Title, written);
                    break;
                case { Picture.Why: { } why }:
                    report.Say(Noted.PictureRefused, item.Type, item.Id, item.Title, written, why);
                    break;
            }
        }
    }
}
