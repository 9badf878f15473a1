using Bijgespijkerd.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>Row A20: length and a list decide, nothing else.</summary>
[Collection(nameof(WholeSite))]
public sealed class PasswordRulesTests(WholeSite site)
{
    [Theory]
    [InlineData("paarse fiets onder de brug")]
    [InlineData("zevenzingendezalmen")]
    [InlineData("🚲🌉🦆🌧️🥖🧭🪜🎺🧶🪁🫖🧵🪵🧲🪗")]
    [InlineData("пароль из четырёх слов")]
    [InlineData("                geheim x")]
    public async Task Long_enough_and_not_guessed_first_is_good(string password) => Assert.Null(await FaultAsync(password));

    [Theory]
    [InlineData("veertien teken", "PasswordTooShort")]
    [InlineData("", "PasswordTooShort")]
    [InlineData("correct horse battery staple", "PasswordTooCommon")]
    [InlineData("CorrectHorseBatteryStaple", "PasswordTooCommon")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "PasswordTooCommon")]
    [InlineData("abababababababababab", "PasswordTooCommon")]
    [InlineData("abcdefghijklmnopqrst", "PasswordTooCommon")]
    [InlineData("wachtwoordwachtwoord", "PasswordTooCommon")]
    [InlineData("bijgespijkerd12345", "PasswordTooCommon")]
    [InlineData("Femke.Oudshoorn.2026", "PasswordTooCommon")]
    [InlineData("femke.oudshoorn@voorbeeld.test", "PasswordTooCommon")]
    public async Task What_is_too_short_or_guessed_first_is_refused(string password, string code) => Assert.Equal(code, await FaultAsync(password));

    [Fact]
    public async Task Up_to_a_thousand_characters_are_taken_whole_and_more_are_refused_not_cut()
    {
        var long_ = string.Concat(Enumerable.Range(0, 400).Select(n => $"w{n} "))[..PasswordRules.Most];
        Assert.Null(await FaultAsync(long_));
        Assert.Equal("PasswordTooLong", await FaultAsync(long_ + "x"));

        using var scope = site.Blog.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();
        var hash = hasher.HashPassword(Femke(), long_);
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Femke(), hash, long_[..^1]));
        Assert.NotEqual(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Femke(), hash, long_));
    }

    [Fact]
    public void The_same_letters_typed_on_two_keyboards_are_the_same_password()
    {
        using var scope = site.Blog.Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>();

        Assert.NotEqual(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(Femke(), hasher.HashPassword(Femke(), "één café naast de rivier"), "één café naast de rivier".Normalize(System.Text.NormalizationForm.FormD)));
    }

    private async Task<string?> FaultAsync(string password)
    {
        using var scope = site.Blog.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return (await accounts.PasswordValidators.Single(v => v is PasswordRules).ValidateAsync(accounts, Femke(), password)).Errors.FirstOrDefault()?.Code;
    }

    private static Account Femke() => Account.For(Cast.Femke, Cast.Email(Cast.Femke), Role.Author, DateTimeOffset.UnixEpoch);
}
