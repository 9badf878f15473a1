using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Posts;

/// <summary>Posts that have something in common: a category, a tag, a month.</summary>
public sealed record ArchivePage(string Kicker, string Heading, string Intro, PostList List, IReadOnlyList<TopicCount> Topics, string? Topic, PageHead Head) : IPage
{
    public static ArchivePage Of(string kicker, string heading, string intro, PostList list, string menu, BlogSettings settings)
    {
        var title = list.Pager.Page == 1 ? heading : string.Format(SiteClock.Dutch, PostTexts.PageTitle, heading, list.Pager.Page);
        return new(kicker, heading, intro, list, [], null, new PageHead($"{title} | {settings.Title}")
        {
            Description = intro.Length > 0 ? intro : string.Format(SiteClock.Dutch, PostTexts.ArchiveDescription, kicker, heading),
            Canonical = list.Pager.Current,
            Menu = menu,
            Previous = list.Pager.Newer,
            Next = list.Pager.Older,
        });
    }
}
