namespace Bijgespijkerd.Tests.Privacy;

/// <summary>The page tells what the settings in force do.</summary>
public sealed class PrivacyTests
{
    [Fact]
    public async Task The_page_tells_the_standard_settings()
    {
        var page = await OpenAsync();

        Assert.Equal("Wat er met je reactie gebeurt", page.Text("h1"));
        Assert.Contains("Spam 30 dagen, de rest 30 dagen", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("Cookie ‘__Host-reactie’", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("15 minuten; 30 dagen als een reactie nog op goedkeuring wacht.", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("tot 15 minuten na plaatsen", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("2 of meer links", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("binnen 2 seconden", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("je eerste reactie onder deze naam", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("elke reactie wacht", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Elke kopie 7 dagen", page.Text("table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_follows_the_settings()
    {
        var page = await OpenAsync(("Comments:EditMinutes", "5"), ("Retention:SpamDays", "7"), ("Retention:TrashDays", "14"), ("Comments:HoldLinks", "4"), ("Comments:MinimumFillSeconds", "9"), ("Comments:HoldAll", "true"), ("Backup:Every", "12h"), ("Backup:Keep", "6"));

        Assert.Contains("Elke kopie 3 dagen", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("Spam 7 dagen, de rest 14 dagen", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("5 minuten; 30 dagen", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("tot 5 minuten na plaatsen", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("4 of meer links", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("binnen 9 seconden", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("elke reactie wacht op goedkeuring", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_who_signs_in_is_told_where_one_can()
    {
        Assert.DoesNotContain("inlogt", (await OpenAsync()).Text("main"), StringComparison.Ordinal);

        var page = await OpenAsync(("SignIn:GitHub:ClientId", "nummer"), ("SignIn:GitHub:ClientSecret", "geheim"), ("SignIn:Google:ClientId", "nummer"), ("SignIn:Google:ClientSecret", "geheim"));

        Assert.Contains("Als je inlogt met Google of GitHub", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("Cookie ‘__Host-sessie’", page.Text("table"), StringComparison.Ordinal);
        Assert.Contains("kun je het daar zelf verwijderen", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_is_not_told()
    {
        var page = await OpenAsync(("Comments:EditMinutes", "0"), ("Comments:HoldFirst", "false"), ("Comments:HoldLinks", "0"), ("Comments:MinimumFillSeconds", "0"), ("Backup:Every", "0"));

        Assert.DoesNotContain("reservekopieën", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("opzij gaat bij een nieuwe versie", page.Text("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Het filter let hierop", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("eerste reactie", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("links", page.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Intrekken kan zelf, zolang je reactie wacht.", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("0 minuten", page.Text("main").Replace("30 minuten", "", StringComparison.Ordinal).Replace("10 minuten", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_anything_is_told_in_the_singular()
    {
        var page = await OpenAsync(("Comments:EditMinutes", "1"), ("Retention:SpamDays", "1"), ("Retention:TrashDays", "1"), ("Comments:HoldLinks", "1"), ("Comments:MinimumFillSeconds", "1"));

        Assert.DoesNotContain("1 minuten", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("1 dagen", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("1 seconden", page.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("1 of meer links", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_gets_no_cookie_anywhere()
    {
        await using var blog = new TestBlog();
        var post = await blog.ArticleAsync();
        foreach (var path in new[] { "/", post.Path, "/privacy", "/zoeken?q=a", "/onbekend" })
        {
            Assert.False((await blog.Visitor().OpenAsync(path)).Answer.Headers.Contains("Set-Cookie"));
        }
    }

    private static async Task<Page> OpenAsync(params (string Key, string Value)[] settings)
    {
        await using var blog = new TestBlog(settings);
        return await blog.Visitor().OpenAsync("/privacy");
    }
}
