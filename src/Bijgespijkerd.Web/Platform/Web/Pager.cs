using System.Globalization;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Numbered pages: the first has the plain address, the others <c>…/pagina/2</c>.</summary>
public sealed record Pager(string BasePath, int Page, int Pages)
{
    public string? Newer => Page > 1 ? Address(Page - 1) : null;

    public string? Older => Page < Pages ? Address(Page + 1) : null;

    public string Current => Address(Page);

    public static int PagesFor(int items, int perPage) => Math.Max(1, (items + perPage - 1) / perPage);

    private string Address(int page) => page == 1
        ? BasePath
        : string.Create(CultureInfo.InvariantCulture, $"{BasePath.TrimEnd('/')}/pagina/{page}");
}
