using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Support;

/// <summary>People with an account, and what they do in the panel.</summary>
public static class Staff
{
    public const string Password = "paarse fiets onder de brug";

    public static string Email(Role role) => role.ToString().ToLowerInvariant() + "@voorbeeld.test";

    /// <summary>An account with the password above.</summary>
    public static async Task<Account> StaffAsync(this TestBlog blog, Role role, string? name = null, string? email = null)
    {
        name ??= $"De {role}";
        email ??= Email(role);
        using var scope = blog.Services.CreateScope();
        var changes = scope.ServiceProvider.GetRequiredService<UserChanges>();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await changes.InviteAsync(name, email, role, null, CancellationToken.None) is null)
        {
            return (await accounts.FindByEmailAsync(email))!;
        }

        var account = (await accounts.FindByEmailAsync(email))!;
        account.TakePassword(accounts.PasswordHasher.HashPassword(account, Password));
        await accounts.UpdateSecurityStampAsync(account);
        return account;
    }

    /// <summary>A browser of somebody who signed in.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestBlog blog, Role role, string? name = null, string? email = null)
    {
        var account = await blog.StaffAsync(role, name, email);
        var browser = blog.Visitor();
        var answer = await browser.SignInAsync(account.Email!, Password);
        return answer.Status == HttpStatusCode.SeeOther ? browser : throw new InvalidOperationException($"{role} could not sign in: {answer.Status}");
    }

    public static Task<Page> SignInAsync(this HttpClient browser, string email, string password, string path = "/inloggen") =>
        browser.SendFormAsync(path, new Dictionary<string, string> { ["Email"] = email, ["Password"] = password });

    /// <summary>Sends a form of the panel, with the token that its page carries.</summary>
    public static async Task<Page> PressAsync(this HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        var token = (await browser.OpenAsync("/account"))["input[name=__RequestVerificationToken]"].GetAttribute("value")!;
        var all = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return await browser.SendFormAsync(path, all);
    }

    /// <summary>What the log says was done, oldest first.</summary>
    public static Task<List<string>> AuditAsync(this TestBlog blog) => blog.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());

    /// <summary>The letters that went out, by the text of their files.</summary>
    public static async Task<IReadOnlyList<string>> LettersAsync(this TestBlog blog, int atLeast = 0)
    {
        var mailer = blog.Services.GetRequiredService<PostedLetters>();
        return await mailer.AtLeastAsync(atLeast);
    }
}
