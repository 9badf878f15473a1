using System.Net;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.SiteSettings;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.SiteSettings;

/// <summary>What the page shows of each setting; who may come is in the table of addresses.</summary>
public sealed class SettingsPageTests
{
    [Fact]
    public void The_page_shows_every_setting_that_may_change_and_no_other()
    {
        Assert.Equal(BlogSettings.Changeable.Order(StringComparer.Ordinal), SettingGroups.Fields.SelectMany(f => f.Keys).Order(StringComparer.Ordinal));
        Assert.Equal(SettingGroups.Fields.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count(), SettingGroups.Fields.Count());
    }

    [Fact]
    public async Task Each_setting_is_explained_with_its_standard_and_its_bounds()
    {
        await using var blog = new TestBlog();
        var page = await (await blog.SignedInAsync(Role.Administrator)).OpenAsync(SettingsPage.Path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(SettingGroups.Fields, field => Assert.StartsWith(field.Hint, page.Text($"#{AccountField.Id(field.Name)}-hint"), StringComparison.Ordinal));
        Assert.EndsWith("Standaard: 15 minuten na plaatsen. Van 0 tot en met 1440.", page.Text("#veld-comments-editminutes-hint"), StringComparison.Ordinal);
        Assert.EndsWith("Standaard: ‘Bijgespijkerd’.", page.Text("#veld-title-hint"), StringComparison.Ordinal);
        Assert.Equal((3, "first"), (page.All("[name=Moderation]").Count, page["[name=Moderation][checked]"].GetAttribute("value")));
        Assert.Equal("Europe/Amsterdam", page["#veld-timezone option[selected]"].GetAttribute("value"));
        Assert.False(page.Has(".set-back"));
        Assert.True(page.Has(".b-more [aria-current=page][href='/beheer/instellingen']"));
    }

    [Fact]
    public async Task What_configuration_gives_is_shown_as_fixed_with_its_key_and_cannot_be_sent()
    {
        await using var blog = new TestBlog(("Posts:PerPage", "7"), ("Comments:HoldAll", "true"));
        var browser = await blog.SignedInAsync(Role.Administrator);
        var page = await browser.OpenAsync(SettingsPage.Path);

        Assert.False(page.Has("[name=Posts-PerPage]") || page.Has("[name=was-Posts-PerPage]") || page.Has("[name=Moderation]"));
        Assert.Contains(page.All(".field").Select(f => f.TextContent), text => text.Contains("Artikelen per pagina", StringComparison.Ordinal) && text.Contains("Blog:Posts:PerPage", StringComparison.Ordinal));
        Assert.Contains(page.All(".field").Select(f => f.TextContent), text => text.Contains("Elke reactie wacht op goedkeuring", StringComparison.Ordinal) && text.Contains("Blog:Comments:HoldAll", StringComparison.Ordinal));

        await browser.ChooseAsync(("Posts-PerPage", "9"), ("was-Posts-PerPage", "7"));
        await browser.ChooseAsync(("Moderation", "none"), ("was-Moderation", "all"));

        Assert.Equal((7, true), (blog.Settings.Posts.PerPage, blog.Settings.Comments.HoldAll));
        Assert.Equal(0, await blog.ReadAsync(db => db.Settings.CountAsync()));
    }

    [Fact]
    public async Task Of_three_ways_to_hold_only_those_remain_that_configuration_allows()
    {
        await using var blog = new TestBlog(("Comments:HoldFirst", "false"));
        var browser = await blog.SignedInAsync(Role.Administrator);

        Assert.Equal(["all", "none"], (await browser.OpenAsync(SettingsPage.Path)).All("[name=Moderation]").Select(e => e.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.ChooseAsync(("Moderation", "first"))).Status);
        await browser.ChooseAsync(("Moderation", "all"));
        Assert.Equal((true, false), (blog.Settings.Comments.HoldAll, blog.Settings.Comments.HoldFirst));
    }

    [Fact]
    public async Task The_installation_is_told_without_a_secret()
    {
        await using var blog = new TestBlog(("Mail:Host", "smtp.voorbeeld.nl"), ("Mail:User", "postbode"), ("Mail:Password", "heel geheim"));
        var page = await (await blog.SignedInAsync(Role.Administrator)).OpenAsync(SettingsPage.Path);

        Assert.Contains(TestBlog.Address, page.Text("dl"), StringComparison.Ordinal);
        Assert.Contains("smtp.voorbeeld.nl", page.Text("dl"), StringComparison.Ordinal);
        Assert.DoesNotContain("postbode", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("heel geheim", page.Source, StringComparison.Ordinal);
        Assert.False(page.Has("[name=BaseUrl]"));
    }
}
