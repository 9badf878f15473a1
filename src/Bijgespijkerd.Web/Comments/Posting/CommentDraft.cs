using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Comments.Posting;

/// <summary>A form's text after cleaning, or what is wrong with it, a message a field.</summary>
public sealed record CommentDraft(string Name, string? Email, string? Website, string Body, long? ParentId, IReadOnlyDictionary<string, string> Errors)
{
    public bool IsValid => Errors.Count == 0;

    /// <summary>Null for who gives a name with the form.</summary>
    public Signer? Signer { get; private init; }

    public FollowWish Follows { get; private init; }

    /// <summary>Where letters about it go; null when nothing was asked.</summary>
    public string? LettersTo { get; private init; }

    /// <param name="signer">Who is signed in: then the name is theirs, and the form's own fields count for nothing.</param>
    public static CommentDraft From(CommentForm form, CommentSettings settings, Signer? signer)
    {
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = BodyOf(form.Body, errors);
        if (signer is not null)
        {
            var follows = signer.IsStaff ? FollowWish.None : form.Follows;
            return new(signer.Name, null, null, body, form.Parent, errors)
            {
                Signer = signer,
                Follows = follows,
                LettersTo = follows == FollowWish.None ? null : signer.Email ?? EmailOf(form.Email, isRequired: true, errors),
            };
        }

        var name = NameOf(form.Name, errors);
        var email = EmailOf(form.Email, settings.RequireEmail, errors);
        var website = WebsiteOf(form.Website, errors);
        return new(name, email, website, body, form.Parent, errors) { Follows = form.Follows, LettersTo = form.Follows == FollowWish.None ? null : email };
    }

    public static string BodyOf(string? typed, Dictionary<string, string> errors)
    {
        var body = PlainText.Clean(typed).Trim();
        if (body.Length > Limits.Comment)
        {
            errors[nameof(CommentForm.Body)] = TooLong(CommentTexts.BodyTooLong, Limits.Comment, body.Length);
        }
        else if (PersonName.Clean(body).Length == 0)
        {
            // Nothing that can be seen: what a name cleans away is no text either.
            errors[nameof(CommentForm.Body)] = CommentTexts.BodyMissing;
        }

        return body;
    }

    public static string NameOf(string? typed, Dictionary<string, string> errors)
    {
        var name = PersonName.Clean(typed);
        if (name.Length == 0)
        {
            errors[nameof(CommentForm.Name)] = CommentTexts.NameMissing;
        }
        else if (name.Length > Limits.Name)
        {
            errors[nameof(CommentForm.Name)] = TooLong(CommentTexts.NameTooLong, Limits.Name, name.Length);
        }

        return name;
    }

    private static string? EmailOf(string? typed, bool isRequired, Dictionary<string, string> errors)
    {
        var email = typed?.Trim() ?? "";
        if (email.Length == 0)
        {
            if (isRequired)
            {
                errors[nameof(CommentForm.Email)] = CommentTexts.EmailMissing;
            }

            return null;
        }

        if (email.Length > Limits.Email)
        {
            errors[nameof(CommentForm.Email)] = TooLong(CommentTexts.EmailTooLong, Limits.Email, email.Length);
        }
        else if (!EmailAddress.IsValid(email))
        {
            errors[nameof(CommentForm.Email)] = CommentTexts.EmailIncomplete;
        }

        return email;
    }

    public static string? WebsiteOf(string? typed, Dictionary<string, string> errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (typed.Length > Limits.Address)
        {
            errors[nameof(CommentForm.Website)] = TooLong(CommentTexts.WebsiteTooLong, Limits.Address, typed.Length);
            return null;
        }

        if (WebAddress.TryClean(typed, out var address) && address.Length <= Limits.Address)
        {
            return address;
        }

        errors[nameof(CommentForm.Website)] = CommentTexts.WebsiteWrong;
        return null;
    }

    private static string TooLong(string text, int limit, int length) => string.Format(SiteClock.Dutch, text, limit, length);
}
