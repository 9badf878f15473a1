using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Import.WordPress.Wxr;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Site.Carrying;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Import.WordPress.Own;

/// <summary>Authors and topics of a file that this program wrote, in the unit of work that brings them in.</summary>
internal static class OwnPeople
{
    private const int MostLinks = 12;
    private const int MostFormer = 100;

    /// <summary>Before the author is stored.</summary>
    public static async Task GiveAsync(BlogDb db, Author author, CarriedAuthor own, long id, MediaStore media, CancellationToken cancel)
    {
        if (id is > 0 and <= OldIds.Highest && !await db.Authors.AnyAsync(a => a.Id == id, cancel))
        {
            author.Numbered(id);
        }

        author.Introduce(author.Name, OwnTexts.Fitting(own.Bio, Limits.Bio));
        if (own.Picture is { } picture && OwnTexts.PictureHere(picture, media) is { } here)
        {
            author.Picture(here);
        }

        foreach (var link in (own.Links ?? []).OfType<CarriedLink>().Take(MostLinks))
        {
            if (PersonName.Clean(link.Label) is { Length: > 0 and <= Limits.Name } label && OwnTexts.Address(link.Address) is { } address)
            {
                author.Link(label, address);
            }
        }
    }

    /// <summary>Once the author has a number.</summary>
    public static async Task RememberAsync(BlogDb db, Author author, CarriedAuthor own, CancellationToken cancel)
    {
        foreach (var slug in Slugs(own.Former))
        {
            if (!await db.Authors.AnyAsync(a => a.Slug == slug, cancel) && await db.FormerAuthors.FindAsync([slug], cancel) is null)
            {
                db.FormerAuthors.Add(FormerAuthor.Of(author, slug));
            }
        }

        await ImportedAddresses.OfEarlierAsync(db, own.Old, "/auteur/" + author.Slug, cancel);
    }

    public static async Task RememberAsync(BlogDb db, Category category, WxrTopic topic, CancellationToken cancel)
    {
        if (Carried.Read<CarriedTopic>(topic.Facts) is { } own)
        {
            foreach (var (slug, since) in Former(own))
            {
                if (!await db.Categories.AnyAsync(c => c.Slug == slug, cancel) && await db.FormerTopics.FindAsync([TopicKind.Category, slug], cancel) is null)
                {
                    db.FormerTopics.Add(FormerTopic.Of(category, slug, since));
                }
            }

            await ImportedAddresses.OfEarlierAsync(db, own.Old, "/categorie/" + category.Slug, cancel);
        }
    }

    public static async Task RememberAsync(BlogDb db, Tag tag, WxrTopic topic, CancellationToken cancel)
    {
        if (Carried.Read<CarriedTopic>(topic.Facts) is { } own)
        {
            foreach (var (slug, since) in Former(own))
            {
                if (!await db.Tags.AnyAsync(t => t.Slug == slug, cancel) && await db.FormerTopics.FindAsync([TopicKind.Tag, slug], cancel) is null)
                {
                    db.FormerTopics.Add(FormerTopic.Of(tag, slug, since));
                }
            }

            await ImportedAddresses.OfEarlierAsync(db, own.Old, "/tag/" + tag.Slug, cancel);
        }
    }

    private static IEnumerable<(string Slug, DateTimeOffset Since)> Former(CarriedTopic own) =>
        (own.Former ?? []).OfType<CarriedFormerTopic>().Where(f => Slug.IsValid(f.Slug)).DistinctBy(f => f.Slug).Take(MostFormer).Select(f => (f.Slug, f.Since));

    private static IEnumerable<string> Slugs(IReadOnlyList<string>? slugs) =>
        (slugs ?? []).OfType<string>().Where(Slug.IsValid).Distinct(StringComparer.Ordinal).Take(MostFormer);
}
