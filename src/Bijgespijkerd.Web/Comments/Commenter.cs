using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Who wrote a comment, as they gave themselves; an author only by proof (an import, a session), never by name.</summary>
/// <param name="Tint">1 to 6: the ground of the drawn avatar, from a keyed hash (see <see cref="SiteSecret"/>).</param>
public sealed record Commenter(string Name, string? Email, string? Website, int Tint, Author? Author = null, Signer? Signer = null)
{
    public string NameKey => PersonName.Key(Name);

    public string? EmailKey => Email is null ? null : EmailAddress.Key(Email);
}
