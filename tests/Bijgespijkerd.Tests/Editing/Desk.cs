using System.Globalization;
using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Editing.Publishing;
using Bijgespijkerd.Web.Editing.Revisions;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bijgespijkerd.Tests.Editing;

/// <summary>People at their desks: signed in, with the editor's forms filled in as a browser would.</summary>
internal static class Desk
{
    /// <summary>The browser of somebody signed in, who has an author of the same name unless they only moderate.</summary>
    public static async Task<HttpClient> DeskAsync(this TestBlog blog, string name = Cast.Femke, Role role = Role.Author)
    {
        var author = role == Role.Moderator ? null : await blog.AuthorAsync(name);
        var key = Guid.NewGuid().ToString("N");
        await blog.WriteAsync(async db =>
        {
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Name == name);
            if (account is null)
            {
                account = Account.For(name, Slug.From(name) + "@voorbeeld.test", role, blog.Clock.GetUtcNow());
                if (author is not null)
                {
                    account.WritesAs(await db.Authors.SingleAsync(a => a.Id == author.Id));
                }

                db.Accounts.Add(account);
                await db.SaveChangesAsync();
            }

            return db.Sessions.Add(Session.Of(account, SessionCookie.HashOf(key), "Proef", "Proef", persistent: true, blog.Clock.GetUtcNow())).Entity;
        });
        var options = blog.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new(SessionClaims.Key, key)], IdentityConstants.ApplicationScheme)), new AuthenticationProperties { IsPersistent = true }, IdentityConstants.ApplicationScheme);
        var cookies = new CookieContainer();
        cookies.Add(new Uri(TestBlog.Address), new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket), "/") { Secure = true });
        return blog.CreateDefaultClient(new Uri(TestBlog.Address), new CookieContainerHandler(cookies));
    }

    /// <summary>What a browser would send of a form, with the button that was pressed.</summary>
    public static Dictionary<string, string> Fields(this Page page, string form, string? button = null, params (string Field, string Value)[] typed)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in page[form].QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var value = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement input => input.Value,
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Value,
                _ => null,
            };
            if (value is not null)
            {
                fields[field.GetAttribute("name")!] = value;
            }
        }

        if (button is not null)
        {
            fields["Actie"] = button;
        }

        foreach (var (field, value) in typed)
        {
            fields[field] = value;
        }

        return fields;
    }

    /// <summary>Opens the editor, types and presses a button.</summary>
    public static async Task<Page> WriteAsync(this HttpClient desk, string path, string button = "opslaan", params (string Field, string Value)[] typed) =>
        await desk.SendFormAsync(path.Split('?')[0], (await desk.OpenAsync(path)).Fields("form.ed", button, typed));

    /// <summary>Presses a button of a form that has nothing to fill in.</summary>
    public static async Task<Page> PressAsync(this HttpClient desk, string page, string action) =>
        await desk.SendFormAsync(action, (await desk.OpenAsync(page)).Fields($"form[action='{action}']"));

    /// <summary>Sends to an address with a token of somebody's own, as who knows the address would.</summary>
    public static async Task<Page> SendAsync(this HttpClient desk, string path, params (string Field, string Value)[] fields)
    {
        var token = (await desk.OpenAsync("/beheer/artikelen/nieuw"))["form.ed input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        return await desk.SendFormAsync(path, fields.Append((Field: "__RequestVerificationToken", Value: token)).ToDictionary(f => f.Field, f => f.Value));
    }

    public static string PathOf(Post post) => string.Create(CultureInfo.InvariantCulture, $"/beheer/artikelen/{post.Id}");

    public static string PlaceOf(this Page answer) => answer.Answer.Headers.Location!.ToString();

    public static Task<Post> PostAsync(this TestBlog blog, long id) => blog.ReadAsync(db => db.Whole().SingleAsync(p => p.Id == id));

    public static Task<Post> NewestPostAsync(this TestBlog blog) => blog.ReadAsync(db => db.Whole().OrderByDescending(p => p.Id).FirstAsync());

    public static Task<List<Revision>> RevisionsAsync(this TestBlog blog, long post) => blog.ReadAsync(db => db.RevisionsOf(post).OrderBy(r => r.Number).ToListAsync());
}
