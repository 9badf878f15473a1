using System.Globalization;
using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Comments;

/// <summary>Somebody signed in, as their comments show them.</summary>
/// <param name="AuthorId">Gives the badge of an author: only somebody signed in can have it (row A23).</param>
/// <param name="Via">The service that vouches for a reader's name.</param>
public sealed record Signer(long AccountId, string Name, bool IsStaff, long? AuthorId, string? Via, string? Picture, int Tint)
{
    /// <summary>A reader's address, of which a service said that it is theirs; null when none did. Whoever works here is told otherwise.</summary>
    public string? Email { get; init; }

    /// <summary>Whose comments are counted together; no e-mail address looks like it.</summary>
    public string Key => KeyOf(AccountId);

    public static string KeyOf(long account) => string.Create(CultureInfo.InvariantCulture, $"account {account}");
}

/// <summary>Who is signed in at this request, for the comment form; nobody on pages that are made for all.</summary>
public sealed class SignerOfRequest(BlogDb db, CurrentAccount current, SiteSecret secret)
{
    private bool _isGone;

    /// <summary>Their account was removed while this request went on.</summary>
    public void Forget() => _isGone = true;

    public async Task<Signer?> FindAsync(CancellationToken cancel)
    {
        if (_isGone || !current.IsPresent)
        {
            return null;
        }

        var (id, session, isStaff) = (current.Id, current.SessionId, current.Role != Role.Reader);
        var key = Signer.KeyOf(id);
        if (isStaff)
        {
            return new(id, current.Name, true, current.AuthorId, null, null, secret.Tint(key));
        }

        // The service of this session, or another of theirs when it was unlinked meanwhile.
        var means = await db.Sessions.Where(s => s.Id == session).Select(s => s.Means).SingleOrDefaultAsync(cancel);
        var services = await db.ExternalLogins.Where(l => l.AccountId == id).OrderBy(l => l.Id).Select(l => l.ProviderName).ToListAsync(cancel);
        var account = await db.Accounts.Where(a => a.Id == id).Select(a => new { a.Picture, a.Email }).SingleOrDefaultAsync(cancel);
        return new(id, current.Name, false, null, services.Find(s => s == means) ?? services.FirstOrDefault(), account?.Picture, secret.Tint(key)) { Email = account?.Email };
    }
}

/// <summary>The picture of somebody signed in, or their initials.</summary>
public sealed class SignerAvatar(string? picture, string name, int tint) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (picture is not null)
        {
            writer.Write("<img class=\"avatar\" alt=\"\" width=\"40\" height=\"40\" src=\"");
            encoder.Encode(writer, picture);
            writer.Write("\">");
            return;
        }

        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<span class=\"avatar a{tint}\" aria-hidden=\"true\">"));
        encoder.Encode(writer, PersonName.Initials(name));
        writer.Write("</span>");
    }
}
