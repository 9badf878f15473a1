namespace Bijgespijkerd.Tests.Site;

/// <summary>Every page is valid, complete in itself, and says what it is.</summary>
[Collection(nameof(WholeSite))]
public sealed class MarkupTests(WholeSite site)
{
    public static TheoryData<string> Pages => new(PublicAddresses.Pages);

    public static TheoryData<string, string> Offenders => new()
    {
        { "<p>a</div>", "parse error" },
        { "<p id=a>a</p><p id=a>b</p>", "id 'a' 2 times" },
        { "<label for=x>a</label>", "for names 'x'" },
        { "<p aria-describedby='x'>a</p>", "aria-describedby names 'x'" },
        { "<section aria-labelledby='x'>a</section>", "aria-labelledby names 'x'" },
        { "<a href='#x'>a</a>", "link to #x" },
        { "<h1>nog een</h1>", "2 h1" },
        { "<h3>kop</h3>", "after h1" },
        { "<p style='color:red'>a</p>", "inline style" },
        { "<p onclick='a()'>a</p>", "inline onclick" },
        { "<script>a()</script>", "inline script" },
        { "<a href='javascript:a()'>a</a>", "script address" },
        { "<img alt='' width=1 height=1 src='https://elders.test/a.png'>", "foreign subresource" },
        { "<img alt='' width=1 height=1 src='//elders.test/a.png'>", "foreign subresource" },
        { "<img src='/a.png'>", "without alt" },
        { "<input name=a>", "without a label" },
        { "<a href='/'> </a>", "without a name" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_fault(string path)
    {
        var page = await site.Visitor().OpenAsync(path);

        Assert.Equal([], HtmlRules.FaultsOf(page.Source));
    }

    [Theory]
    [InlineData("/artikel/onbekend")]
    [InlineData("/artikel/weg-ermee")]
    public async Task An_error_page_has_no_fault(string path)
    {
        Assert.Equal([], HtmlRules.FaultsOf((await site.Visitor().OpenAsync(path)).Source));
    }

    [Fact]
    public async Task A_form_given_back_has_no_fault()
    {
        var wrong = await site.Visitor().ReactAsync(site.Article.Path, name: "", email: "geen adres", text: "", answers: null, ("Website", "geen adres"));
        var preview = await site.Visitor().ReactAsync(site.Article.Path, text: "Zo?", more: ("Voorbeeld", "ja"));
        var closed = await site.Visitor().ReactAsync("/artikel/gesloten", text: "Te laat.");

        Assert.Equal([422, 200, 409], [(int)wrong.Status, (int)preview.Status, (int)closed.Status]);
        Assert.Equal([], HtmlRules.FaultsOf(wrong.Source));
        Assert.Equal([], HtmlRules.FaultsOf(preview.Source));
        Assert.Equal([], HtmlRules.FaultsOf(closed.Source));
    }

    [Theory]
    [MemberData(nameof(Offenders))]
    public void Each_fault_is_seen(string markup, string fault)
    {
        const string Good = "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>a</title></head><body><main><h1>a</h1>{0}</main></body></html>";
        Assert.Equal([], HtmlRules.FaultsOf(Good.Replace("{0}", "", StringComparison.Ordinal)));

        Assert.Contains(HtmlRules.FaultsOf(Good.Replace("{0}", markup, StringComparison.Ordinal)), f => f.Contains(fault, StringComparison.Ordinal));
    }
}
