using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.BrowserTests.Comments;

/// <summary>What somebody who listens to a conversation is told: where a comment stands in it, and what came of what they did.</summary>
[Collection(InBrowser.Name)]
public sealed class HeardJourneys(Browser browser) : IAsyncLifetime
{
    private const string Told = "#melding";

    private readonly OpenSite _site = new(("Comments:MinimumFillSeconds", "0"), ("Comments:FloodSeconds", "0"));
    private Post _post = null!;

    public async Task InitializeAsync() => _post = await _site.Blog.ArticleAsync("Een plan");

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_level_of_a_comment_is_that_of_its_list_and_its_name_says_whose_it_is()
    {
        var first = await _site.Blog.CommentAsync(_post, Cast.Noor, "Wie doet dat?");
        var second = await _site.Blog.CommentAsync(_post, Cast.Joost, "Ik.", first);
        await _site.Blog.CommentAsync(_post, Cast.Tijmen, "Dank.", second);
        await _site.Blog.CommentAsync(_post, Cast.Joost, "Los daarvan.");
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        await page.GotoAsync(_post.Path);

        await Expect(page.Locator("#reacties > ol.thread")).ToMatchAriaSnapshotAsync(
            $"""
            - list:
              - listitem:
                - article "{Cast.Noor}":
                  - paragraph: Wie doet dat?
                  - link "Beantwoorden op {Cast.Noor}, reactie 1"
                - group:
                  - text: 2 antwoorden
                  - list:
                    - listitem:
                      - article "{Cast.Joost}":
                        - paragraph:
                          - text: in reactie op
                          - link "@{Cast.Noor}"
                        - paragraph: Ik.
                      - list:
                        - listitem:
                          - article "{Cast.Tijmen}":
                            - paragraph:
                              - text: in reactie op
                              - link "@{Cast.Joost}"
                            - paragraph: Dank.
              - listitem:
                - article "{Cast.Joost}":
                  - paragraph: Los daarvan.
            """);
    }

    [Fact]
    public async Task What_came_of_an_action_is_said_in_the_one_region_that_speaks()
    {
        var question = await _site.Blog.CommentAsync(_post, Cast.Noor, "Wie doet dat?");
        await _site.Blog.CommentAsync(_post, Cast.Joost, "Wij samen.");
        await using var window = await browser.WindowAsync(_site);
        var page = await window.NewPageAsync();
        var streams = page.WaitForRequestAsync("**/reacties/stroom");
        await page.GotoAsync(_post.Path);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveCountAsync(1);
        await Expect(page.Locator(Told)).ToBeEmptyAsync();

        await page.ClickAsync($"[data-antwoord='{question.Id}']");
        await Expect(page.Locator(Told)).ToHaveTextAsync($"Antwoord aan {Cast.Noor}");
        await page.FillAsync("#r-tekst", "Ik, op **maandag**.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Voorbeeld" }).ClickAsync();
        await Expect(page.Locator(Told)).ToHaveTextAsync("Zo komt je reactie eruit te zien");
        await streams;
        await _site.Blog.CommentAsync(_post, Cast.Joost, "Nog een.");
        await Expect(page.Locator(Told)).ToHaveTextAsync("1 nieuwe reactie");

        await PostAsync(page, Cast.Joost);
        await Expect(page.Locator(Told)).ToContainTextAsync("Je reactie staat er. Aanpassen kan tot");
        await page.FillAsync("#r-tekst", "En ik?");
        await PostAsync(page, Cast.Tijmen);
        await Expect(page.Locator(Told)).ToHaveTextAsync("Je reactie wacht op goedkeuring. Alleen jij ziet haar nu.");
    }

    private static async Task PostAsync(IPage page, string name)
    {
        await page.FillAsync("#r-naam", name);
        await page.FillAsync("#r-mail", Cast.Email(name));
        await page.ClickAsync("#reageren .row > button:not([name])");
    }
}
