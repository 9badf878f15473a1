using System.Globalization;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.WebUtilities;

namespace Bijgespijkerd.Web.Editing.Listing;

/// <summary>Which posts the list shows; all of it stands in the address, so that a list can be shared.</summary>
public sealed class ArticleFilter
{
    public string? Staat { get; set; }
    public string? Auteur { get; set; }
    public string? Onderwerp { get; set; }
    public string? Q { get; set; }
    public int Pagina { get; set; } = 1;

    /// <summary>Null: all but the trash.</summary>
    public PostState? State => Staat switch
    {
        "gepubliceerd" => PostState.Published,
        "concept" => PostState.Draft,
        "gepland" => PostState.Scheduled,
        "besloten" => PostState.Private,
        "prullenbak" => PostState.Trash,
        _ => null,
    };

    public static string Base(PostKind kind) => kind == PostKind.Article ? "/beheer/artikelen" : "/beheer/paginas";

    /// <summary>The list's address with another state or page, and what stands in the undo button.</summary>
    public string Address(PostKind kind, string? status, int page = 1, string? done = null, string? undo = null)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["staat"] = status,
            ["auteur"] = Auteur,
            ["onderwerp"] = Onderwerp,
            ["q"] = Q,
            ["pagina"] = page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null,
            ["gedaan"] = done,
            ["herstel"] = undo,
        };
        return QueryHelpers.AddQueryString(Base(kind), parts.Where(p => !string.IsNullOrWhiteSpace(p.Value)));
    }
}
