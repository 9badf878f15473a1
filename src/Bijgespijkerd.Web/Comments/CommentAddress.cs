using System.Globalization;

namespace Bijgespijkerd.Web.Comments;

public static class CommentAddress
{
    public static string Anchor(long id) => string.Create(CultureInfo.InvariantCulture, $"#reactie-{id}");

    public static string Permalink(long id) => string.Create(CultureInfo.InvariantCulture, $"/reactie/{id}");

    public static string Thread(long id) => string.Create(CultureInfo.InvariantCulture, $"/reactie/{id}/draad");

    public static string Page(string postPath, int number) => string.Create(CultureInfo.InvariantCulture, $"{postPath}/reacties/{number}");

    public static string Own(long id, string key) => string.Create(CultureInfo.InvariantCulture, $"/reactie/{id}?sleutel={key}");
}
