namespace Bijgespijkerd.Text.Tests;

public sealed class AddressChecks
{
    [Theory]
    [InlineData("jan@voorbeeld.nl")]
    [InlineData("jan.de-vries+blog@post.voorbeeld.nl")]
    [InlineData("o'brien@voorbeeld.co.uk")]
    [InlineData("jan@café.nl")]
    [InlineData("j@a.nl")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@voorbeeld.nl")]
    [InlineData("renée@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.xn--p1ai")]
    [InlineData("jan@почта.рф")]
    [InlineData("jan@3m.com")]
    public void Usual_addresses_are_valid(string address) => Assert.True(EmailAddress.IsValid(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jan")]
    [InlineData("@voorbeeld.nl")]
    [InlineData("jan@")]
    [InlineData("jan@voorbeeld")]
    [InlineData("jan@voorbeeld.")]
    [InlineData("jan@.nl")]
    [InlineData("jan@voor..beeld.nl")]
    [InlineData("jan@-a.nl")]
    [InlineData("jan@10.0.0.1")]
    [InlineData("jan@@voorbeeld.nl")]
    [InlineData("jan@een.nl,piet@twee.nl")]
    [InlineData(" jan@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl\r\nBcc: piet@voorbeeld.nl")]
    [InlineData("\"jan\n\"@voorbeeld.nl")]
    [InlineData("jan\u0000@voorbeeld.nl")]
    [InlineData("jan\u202E@voorbeeld.nl")]
    [InlineData("<jan@voorbeeld.nl>")]
    [InlineData("jan..piet@voorbeeld.nl")]
    [InlineData(".jan@voorbeeld.nl")]
    [InlineData("jan.@voorbeeld.nl")]
    [InlineData("jan@voorbeeld-.nl")]
    [InlineData("jan(thuis)@voorbeeld.nl")]
    [InlineData("jan@voor_beeld.nl")]
    [InlineData("jan@voorbeeld.nl.")]
    [InlineData("jan@voor\u00ADbeeld.nl")]
    [InlineData("ja\u00A0n@voorbeeld.nl")]
    [InlineData("jan\u2019s@voorbeeld.nl")]
    [InlineData("jan\uD83D@voorbeeld.nl")]
    [InlineData("éééééééééééééééééééééééééééééééééé@voorbeeld.nl")]
    [InlineData("jan@éáíóúéáíóúéáíóúéáíóúéáíóúéáíóúéáíóúéáíóúéáíóúéáíóúéáíóú.nl")]
    public void Other_addresses_are_not(string? address) => Assert.False(EmailAddress.IsValid(address));

    [Fact]
    public void An_address_has_254_characters_at_most()
    {
        string domain = string.Concat(Enumerable.Repeat(new string('d', 60) + ".", 4));
        Assert.True(EmailAddress.IsValid(new string('j', 254 - domain.Length - 3) + "@" + domain + "nl"));
        Assert.False(EmailAddress.IsValid(new string('j', 255 - domain.Length - 3) + "@" + domain + "nl"));
    }

    [Fact]
    public void Spellings_of_one_address_have_one_key() => Assert.Equal("jan@voorbeeld.nl", EmailAddress.Key(" Jan@Voorbeeld.NL "));

    [Theory]
    [InlineData("voorbeeld.nl", "https://voorbeeld.nl/")]
    [InlineData(" http://Voorbeeld.nl/Pad?x=é#y ", "http://voorbeeld.nl/Pad?x=%C3%A9#y")]
    [InlineData("www.voorbeeld.nl:8080/a", "https://www.voorbeeld.nl:8080/a")]
    [InlineData("https://café.nl", "https://xn--caf-dma.nl/")]
    [InlineData("voorbeeld.nl/?u=http://een.nl", "https://voorbeeld.nl/?u=http://een.nl")]
    public void Typed_web_addresses_are_completed(string typed, string expected)
    {
        Assert.True(WebAddress.TryClean(typed, out string address));
        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("javascript:alert(1)")]
    [InlineData("javascript://voorbeeld.nl/%0aalert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://voorbeeld.nl")]
    [InlineData("//voorbeeld.nl")]
    [InlineData("https://jan:geheim@voorbeeld.nl")]
    [InlineData("https://@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl")]
    [InlineData("localhost")]
    [InlineData("geen site")]
    [InlineData("https://voorbeeld.nl/\u202Ex")]
    [InlineData("https://voor\nbeeld.nl")]
    [InlineData("https://voorbeeld.nl\\@een.nl")]
    [InlineData("https://[::1]/")]
    public void Other_web_addresses_are_refused(string? typed)
    {
        Assert.False(WebAddress.TryClean(typed, out string address));
        Assert.Equal("", address);
    }

    [Fact]
    public void A_web_address_that_is_too_long_is_refused_and_never_cut()
    {
        Assert.True(WebAddress.TryClean("https://voorbeeld.nl/" + new string('a', 479), out _));
        Assert.False(WebAddress.TryClean("https://voorbeeld.nl/" + new string('a', 480), out _));
        Assert.False(WebAddress.TryClean("https://voorbeeld.nl/" + new string('é', 200), out _));
    }
}
