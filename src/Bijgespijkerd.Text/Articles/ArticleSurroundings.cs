namespace Bijgespijkerd.Text;

/// <summary>What the renderer may ask of the site around it; every part is optional. Exceptions of these functions go to the caller.</summary>
public sealed record ArticleSurroundings
{
    /// <summary>The HTML of the re-usable block that a line <c>:::blok naam</c> names, inserted as it is (at most 50 times an article, asked once a name).
    /// <see langword="null"/>: unknown, nothing is shown there.</summary>
    public Func<string, SafeHtml?>? Block { get; init; }

    /// <summary>What is known of a picture of this site, by its address as written; <see langword="null"/>: nothing.</summary>
    public Func<string, ArticlePicture?>? Picture { get; init; }

    /// <summary>Stands before every id of headings and footnotes, so that they meet no other id of the page; links to
    /// headings within the text follow. Letters, digits and hyphens.</summary>
    public string IdPrefix { get; init; } = "";
}
