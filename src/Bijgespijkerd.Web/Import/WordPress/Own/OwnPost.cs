using Bijgespijkerd.Web.Import.WordPress.Markup;
using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;

namespace Bijgespijkerd.Web.Import.WordPress.Own;

/// <summary>An article of a file that this program wrote, as far as its notes agree with what stands beside them.</summary>
/// <param name="Content">Null: somebody changed the HTML since.</param>
/// <param name="Cover">Null: it has none, or its picture is not here.</param>
internal sealed record OwnPost(CarriedPost Facts, ConvertedPost? Content, CarriedCover? Cover)
{
    private const int MostOld = 20;
    private const int Widest = 20_000;

    public static OwnPost? Of(WxrItem item, string source, OldAttachment? cover, MediaStore media)
    {
        if (Carried.Read<CarriedPost>(item.Fields.Note(Carried.Facts)) is not { } facts)
        {
            return null;
        }

        ConvertedPost? content = null;
        if (OwnTexts.Markdown(item.Fields.Note(Carried.Markdown), facts.Fits, item.Content, Limits.Article) is { } markdown)
        {
            var (text, elsewhere) = OwnTexts.WithPictures(markdown, media, source);
            content = new ConvertedPost(text, LostMarkup: false) { PicturesElsewhere = elsewhere };
        }

        var isCovered = facts.Cover is { } told && cover is not null && cover.Address.EndsWith(told.Path, StringComparison.Ordinal) && OwnTexts.PictureHere(told.Path, media) is not null;
        return new OwnPost(facts, content, isCovered ? facts.Cover : null);
    }

    /// <summary>Its state was given by what the file says of it.</summary>
    public void Give(Post post, WxrItem item, SiteClock clock, DateTimeOffset now)
    {
        if (Cover is { } cover)
        {
            post.Cover(
                cover.Path, OwnTexts.Fitting(cover.Alt, Limits.Summary), OwnTexts.Fitting(cover.Caption, Limits.Summary), Math.Clamp(cover.Width, 1, Widest), Math.Clamp(cover.Height, 1, Widest));
            post.FocusCover(new CoverFocus(Math.Clamp(cover.FocusX, 0, 100), Math.Clamp(cover.FocusY, 0, 100)));
        }

        if (item.At("wp:post_date", clock) is { } at && item.At("wp:post_modified", clock) is { } modified
            && OwnTexts.IsSame(Facts.PublishedAt ?? Facts.CreatedAt, at, clock) && OwnTexts.IsSame(Facts.UpdatedAt, modified, clock))
        {
            post.Recall(Facts.CreatedAt, Facts.UpdatedAt, Facts.PublishedAt, Facts.WasPublic);
        }

        post.RecallTalk(OwnTexts.Number(Facts.LastNumber), Facts.LastCommentAt < now ? Facts.LastCommentAt : null);
    }

    public IEnumerable<OldPost> Former(Post post)
    {
        foreach (var old in (Facts.Old ?? []).OfType<CarriedOldPost>().Take(MostOld))
        {
            if (old.Id > 0 && IsAddress(old.Source) && Fits(old.Path) && Fits(old.Slug) && Fits(old.Guid))
            {
                yield return OldPost.OfEarlier(post, old.Source, old.Id, old.Path, old.Slug, old.Guid);
            }
        }

        static bool Fits(string text) => text.Length <= Limits.Address && !text.Any(char.IsControl);

        static bool IsAddress(string text) => Fits(text) && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
    }
}
