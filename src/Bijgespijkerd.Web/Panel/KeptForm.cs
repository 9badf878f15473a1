using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Panel;

/// <summary>
/// A form of the panel whose sender had meanwhile been signed out, or whose token had become too old: given back whole, so that it can be
/// sent again. Only to who sent it from this site, and only its sender's press sends it again.
/// </summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, bool IsSignedIn, PageHead Head) : IPage
{
    internal const string Token = "__RequestVerificationToken";

    /// <summary>The longest text in it, to read or to copy; null when nothing long was typed.</summary>
    public string? Text => Fields.Where(f => f.Key != Token && f.Value.Length > 20).MaxBy(f => f.Value.Length) is { Value: { } text } ? text : null;

    public static bool Wants(HttpContext context, int status) =>
        (status == StatusCodes.Status401Unauthorized || (status == StatusCodes.Status400BadRequest && context.Items.ContainsKey(Token)))
        && HttpMethods.IsPost(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && SameOriginOnlyAttribute.IsFromHere(context.Request, context.RequestServices.GetRequiredService<SiteAddress>());

    /// <summary>Null when the form cannot be read.</summary>
    public static async Task<KeptForm?> OfAsync(HttpContext context, string? path, BlogSettings settings, CancellationToken cancel)
    {
        if (path is null)
        {
            return null;
        }

        var isSignedIn = context.User.Identity?.IsAuthenticated == true;
        try
        {
            var form = await context.Request.ReadFormAsync(cancel);
            var fields = form.Where(f => !isSignedIn || f.Key != Token).SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? ""))).ToList();
            var title = isSignedIn ? PanelTexts.KeptTitleToken : PanelTexts.KeptTitle;
            return new(path, fields, isSignedIn, new PageHead($"{title} | {settings.Title}") { IsHidden = true });
        }
        catch (Exception unreadable) when (unreadable is BadHttpRequestException or InvalidDataException or IOException)
        {
            return null;
        }
    }
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
