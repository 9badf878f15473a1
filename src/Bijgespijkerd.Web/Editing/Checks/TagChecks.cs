using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Editing.Checks;

/// <summary>Names the tags that will not come along.</summary>
internal static class TagChecks
{
    private const int Shown = 40;

    public static IEnumerable<Finding> Look(Manuscript text)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in text.TagNames)
        {
            var slug = Slug.From(name);
            if (name.Length > Limits.Name)
            {
                yield return Of(EditingTexts.CheckTagLong, Excerpt.Of(name, Shown), Limits.Name);
            }
            else if (slug.Length == 0)
            {
                yield return Of(EditingTexts.CheckTagEmpty, name);
            }
            else if (!taken.TryAdd(slug, name))
            {
                yield return Of(EditingTexts.CheckTagSame, name, taken[slug]);
            }
        }
    }

    private static Finding Of(string sentence, params object[] words) => new(FindingLevel.Warning, "tags", string.Format(SiteClock.Dutch, sentence, words));
}
