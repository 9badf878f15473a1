using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Panel;

/// <summary>
/// A form of the panel whose sender had meanwhile been signed out, or whose token had become too old: given back whole, so that it can be
/// sent again. Who is signed in and may not send it there gets its words back to copy. Only to who sent it from this site, and only its
/// sender's press sends it again.
/// </summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsSignedIn, PageHead Head) : IPage
{
    private const int Short = 20;
    internal const string Token = "__RequestVerificationToken";

    /// <summary>The longest text in it, to read or to copy; null when nothing long was typed.</summary>
    public string? Text => Fields.Where(f => f.Key != Token && f.Value.Length > Short).Select(f => f.Value).MaxBy(text => text.Length);

    /// <summary>Who is signed in, for whom there is nothing at this address; null when it can be sent again.</summary>
    public (string Name, string Role)? Refused { get; private init; }

    /// <summary>All that was written, and nothing of what only the page put into it.</summary>
    public string Words => string.Join("\n\n", Fields.Where(f => f.Key != Token && (f.Value.Length > Short || f.Value.Trim().Any(char.IsWhiteSpace))).Select(f => f.Value));

    public string Title => Refused is not null ? PanelTexts.KeptTitleRefused : IsSignedIn ? PanelTexts.KeptTitleToken : PanelTexts.KeptTitle;

    public static bool Wants(HttpContext context, int status) =>
        (status == StatusCodes.Status401Unauthorized || (status == StatusCodes.Status400BadRequest && context.Items.ContainsKey(Token))
            || (status == StatusCodes.Status404NotFound && context.User.Identity?.IsAuthenticated == true))
        && HttpMethods.IsPost(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && SameOriginOnlyAttribute.IsFromHere(context.Request, context.RequestServices.GetRequiredService<SiteAddress>());

    /// <summary>Null when the form cannot be read, or holds nothing to give back.</summary>
    public static async Task<KeptForm?> OfAsync(HttpContext context, int status, string? path, BlogSettings settings, CancellationToken cancel)
    {
        // Only what was written: a form of somebody's account holds passwords, which never go back.
        if (path?.StartsWith("/beheer/", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated == true;
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = WebSetup.LongestForm;
            }

            var form = await context.Request.ReadFormAsync(cancel);
            var fields = form.Where(f => !isSignedIn || f.Key != Token).SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? ""))).ToList();
            var kept = new KeptForm(path, fields, isSignedIn, new PageHead("") { IsHidden = true })
            {
                Refused = status == StatusCodes.Status404NotFound ? Who(context.RequestServices.GetRequiredService<CurrentAccount>()) : null,
            };
            return kept is { Refused: not null, Words: "" } ? null : kept with { Head = kept.Head with { Title = $"{kept.Title} | {settings.Title}" } };
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static (string Name, string Role) Who(CurrentAccount account) => (account.Name, UsersPage.Named(account.Role).ToLower(SiteClock.Dutch));
}

/// <summary>Marks a request that was refused for its token, so that its form is given back and not thrown away.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsFormsAttribute : Attribute, IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[KeptForm.Token] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }
}
