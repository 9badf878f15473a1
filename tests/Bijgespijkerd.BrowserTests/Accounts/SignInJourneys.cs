using Bijgespijkerd.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.BrowserTests.Accounts;

/// <summary>From the printed link to the panel, with a passkey and without script.</summary>
[Collection(InBrowser.Name)]
public sealed class SignInJourneys(Browser browser) : IAsyncLifetime
{
    private readonly OpenSite _site = OpenSite.AtItsOwnAddress();

    /// <summary>Later than the browser's own clock, or it would throw away a cookie that lasts for weeks.</summary>
    public Task InitializeAsync()
    {
        _site.Blog.Clock.Set(new DateTimeOffset(2090, 5, 14, 7, 12, 0, TimeSpan.Zero));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_first_administrator_registers_a_passkey_and_signs_in_with_it_alone()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await BeginAsync(page);
        await WithAuthenticatorAsync(window, page);

        await page.GotoAsync("/account");
        await page.FillAsync("#passkey-naam", "Mijn laptop");
        await page.FillAsync("#passkey-huidig", Staff.Password);
        await page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("De passkey is toegevoegd");
        await Assertions.Expect(page.Locator("#passkeys")).ToContainTextAsync("Mijn laptop");

        await page.ClickAsync("form[action='/uitloggen'] button");
        await page.GotoAsync("/inloggen?terug=%2Faccount");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/account");
    }

    [Fact]
    public async Task A_passkey_that_was_registered_gets_another_name_and_still_signs_in()
    {
        await using var window = await browser.WindowAsync(_site, width: 390);
        var page = await window.NewPageAsync();
        await BeginAsync(page);
        await WithAuthenticatorAsync(window, page);
        await page.GotoAsync("/account");
        await page.FillAsync("#passkey-huidig", Staff.Password);
        await page.ClickAsync("form[data-passkey] button");

        await RenameAsync(page, "");
        await Assertions.Expect(page.Locator("#passkeys details[open] .err")).ToContainTextAsync("Geef de passkey een naam");
        await CheckAsync(page, script: true);
        await page.FillAsync("#passkeys details input[name=Name]", "Telefoon van Femke");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("andere naam");
        await Assertions.Expect(page.Locator("#passkeys li bdi")).ToHaveTextAsync("Telefoon van Femke");
        await page.ClickAsync("form[action='/uitloggen'] button");
        await page.GotoAsync("/inloggen?terug=%2Faccount");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/account");
        await Assertions.Expect(page.Locator("#passkeys li bdi")).ToHaveTextAsync("Telefoon van Femke");
    }

    [Fact]
    public async Task A_passkey_that_was_removed_signs_nobody_in()
    {
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await BeginAsync(page);
        await WithAuthenticatorAsync(window, page);
        await page.GotoAsync("/account");
        await page.FillAsync("#passkey-huidig", Staff.Password);
        await page.ClickAsync("form[data-passkey] button");
        await page.ClickAsync("#passkeys form[action$='/weg'] button");
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("verwijderd");
        await page.ClickAsync("form[action='/uitloggen'] button");

        await page.GotoAsync("/inloggen");
        await page.ClickAsync("form[data-passkey] button");

        await Assertions.Expect(page.Locator("#fouten")).ToContainTextAsync("Dat lukte niet met die passkey");
    }

    [Theory]
    [InlineData(390, ColorScheme.Dark, false)]
    [InlineData(1280, ColorScheme.Light, true)]
    public async Task Every_page_before_and_in_the_panel_is_clean_at_any_width(int width, ColorScheme scheme, bool script)
    {
        await using var window = await browser.WindowAsync(_site, script, width, scheme);
        var page = await window.NewPageAsync();
        foreach (var path in new[] { "/inloggen", "/wachtwoord-vergeten", "/begin/onbekend" })
        {
            await page.GotoAsync(path);
            await CheckAsync(page, script);
        }

        await BeginAsync(page);
        foreach (var path in new[] { "/beheer", "/account", "/beheer/gebruikers", "/beheer/logboek", "/beheer/instellingen" })
        {
            await page.GotoAsync(path);
            await CheckAsync(page, script);
        }
    }

    [Fact]
    public async Task Without_script_there_is_no_passkey_button_and_the_password_works()
    {
        await _site.Blog.StaffAsync(Role.Author);
        await using var window = await browser.WindowAsync(_site, script: false, width: 390);
        var page = await window.NewPageAsync();

        await page.GotoAsync("/beheer");
        Assert.EndsWith("/inloggen?terug=%2Fbeheer", page.Url, StringComparison.OrdinalIgnoreCase);
        await Assertions.Expect(page.Locator("form[data-passkey]")).ToBeHiddenAsync();
        await page.FillAsync("#veld-email", Staff.Email(Role.Author));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/beheer");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Overzicht");
    }

    private static async Task RenameAsync(IPage page, string name)
    {
        await page.ClickAsync("#passkeys summary");
        await page.FillAsync("#passkeys details input[name=Name]", name);
        await page.ClickAsync("#passkeys details button");
    }

    private static async Task CheckAsync(IPage page, bool script)
    {
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
        if (script)
        {
            await Axe.AssertCleanAsync(page);
        }
    }

    private async Task BeginAsync(IPage page)
    {
        await page.GotoAsync((await _site.Blog.Services.GetRequiredService<FirstAdministrator>().LinkAsync(CancellationToken.None))!);
        await page.FillAsync("#veld-name", Cast.Femke);
        await page.FillAsync("#veld-email", Cast.Email(Cast.Femke));
        await page.FillAsync("#veld-password", Staff.Password);
        await page.ClickAsync("main form button");
        await page.WaitForURLAsync("**/beheer");
    }

    private static async Task WithAuthenticatorAsync(IBrowserContext window, IPage page)
    {
        var device = await window.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
