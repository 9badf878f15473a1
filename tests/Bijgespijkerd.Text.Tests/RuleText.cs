using Bijgespijkerd.Text;
using Xunit;

namespace Bijgespijkerd.Text.Tests;

public sealed class RuleText
{
    [Theory]
    [InlineData("cialis", "Ik ben specialist en socialist", false)]
    [InlineData("cialis", "Koop CIÁLIS hier", true)]
    [InlineData("cialis", "koop ci\u200Balis", true)]
    [InlineData("press", "Ik schrijf met WordPress", false)]
    [InlineData("*press", "Ik schrijf met WordPress", true)]
    [InlineData("*volgers*", "Instagramvolgersaantal", true)]
    [InlineData("volgers", "Instagramvolgers", false)]
    [InlineData("goedkope volgers", "hier Goedkope, volgers!", true)]
    [InlineData("goedkope volgers", "goedkope echte volgers", false)]
    [InlineData("e-mail*", "Stuur een e-mailtje", true)]
    [InlineData("a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void Words_are_whole_unless_a_star_says_otherwise(string rule, string text, bool found) =>
        Assert.Equal(found, CommentRule.Parse(rule)!.Find(Said(text)) is not null);

    [Theory]
    [InlineData("example.com", "zie https://example.com/x", true)]
    [InlineData("example.com", "zie www.Example.com.", true)]
    [InlineData("example.com", "zie https://attacker-example.com/", false)]
    [InlineData("example.com", "zie https://example.com.evil.nl/", false)]
    [InlineData("bücher.example", "zie https://xn--bcher-kva.example/", true)]
    public void A_host_is_matched_at_the_boundary_of_a_label(string rule, string text, bool found)
    {
        CommentRule parsed = CommentRule.Parse(rule)!;
        Assert.Equal(RuleKind.Host, parsed.Kind);
        Assert.Equal(found, parsed.Find(Said(text)) is not null);
    }

    [Theory]
    [InlineData("x@spam.example", "X@Spam.Example", true)]
    [InlineData("x@spam.example", "y@spam.example", false)]
    [InlineData("@spam.example", "y@mail.spam.example", true)]
    [InlineData("@spam.example", "y@notspam.example", false)]
    [InlineData("spam.example", "y@spam.example", true)]
    public void An_address_is_matched_whole_or_by_its_domain(string rule, string email, bool found) =>
        Assert.Equal(found, CommentRule.Parse(rule)!.Find(Said("Hallo") with { Email = email }) is not null);

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.70", false)]
    [InlineData("192.0.2.0/24", "::ffff:192.0.2.70", true)]
    [InlineData("2001:db8::/32", "2001:db8::1", true)]
    [InlineData("2001:db8::/32", "192.0.2.7", false)]
    public void A_sender_is_matched_by_its_address_or_network(string rule, string sender, bool found)
    {
        CommentRule parsed = CommentRule.Parse(rule)!;
        Assert.Equal(RuleKind.Network, parsed.Kind);
        Assert.Equal(found, parsed.Find(Said("Hallo") with { SenderAddress = sender }) is not null);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a*")]
    [InlineData("@")]
    [InlineData("een@")]
    [InlineData("...")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.0.0.1/33")]
    [InlineData("::/0")]
    public void What_would_match_everything_or_means_nothing_is_no_rule(string? typed) => Assert.Null(CommentRule.Parse(typed));

    [Fact]
    public void The_places_it_finds_are_places_in_the_text()
    {
        const string Text = "Échte volgers, **goedkope volgers**; VOLGERS.";

        RuleMatch match = CommentRule.Parse("volgers")!.Find(Said(Text))!;

        Assert.Equal(["volgers", "volgers", "VOLGERS"], match.InText.Select(p => Text.Substring(p.Start, p.Length)));
    }

    [Fact]
    public void A_name_is_looked_at_too() =>
        Assert.Equal("Casino", CommentRule.Parse("casino")!.Find(new RuledComment("Casino Royaal", null, null, null, "Leuk"))!.Found);

    private static RuledComment Said(string text) => new("Jan", "jan@voorbeeld.nl", null, "198.51.100.1", text);
}
