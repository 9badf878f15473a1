using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A reader's own account, in the look of the site: there is no panel for them.</summary>
public sealed record ReaderPage(Account Account, IReadOnlyList<Session> Sessions, long SessionId, ServicesPart Services, PageHead Head) : IPage
{
    internal static ReaderPage Of(AccountPage page, string title) =>
        new(page.Account, page.Sessions, page.SessionId, page.Services, new PageHead($"{AccountTexts.AccountTitle} | {title}") { Sheet = "bericht", IsHidden = true, IsForSignedIn = true });
}

/// <param name="Comments">How many they wrote.</param>
public sealed record RemovalPage(int Comments, bool HasToChoose, PageHead Head) : IPage;
