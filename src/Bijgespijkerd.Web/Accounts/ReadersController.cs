using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Readers who signed in, apart from those who work here: there may be thousands.</summary>
[Authorize(Policies.Administer)]
public sealed class ReadersController(BlogDb db) : PanelController
{
    private const int PerPage = 50;

    [HttpGet("/beheer/gebruikers/lezers"), HttpHead("/beheer/gebruikers/lezers")]
    public async Task<IActionResult> Show(string? q, long? voor, CancellationToken cancel)
    {
        var (before, asked) = (voor ?? long.MaxValue, q is { Length: <= Limits.Name } ? q.Trim() : "");
        var readers = db.Accounts.Where(a => a.Role == Role.Reader && a.Id < before);
        if (asked.Length > 0)
        {
            readers = readers.Where(a => a.Name.Contains(asked) || a.Email == asked);
        }

        var found = await readers.Include(a => a.Logins).OrderByDescending(a => a.Id).Take(PerPage + 1).ToListAsync(cancel);
        return View("Readers", new ReadersPage([.. found.Take(PerPage)], asked, found.Count > PerPage ? found[PerPage - 1].Id : null));
    }
}

/// <param name="Next">Those who came earlier begin before this one; null on the last page.</param>
public sealed record ReadersPage(IReadOnlyList<Account> Accounts, string Asked, long? Next) : IPanelPage
{
    public PanelHead Head { get; } = new(ExternalTexts.Readers, "gebruikers");

    public string Older => $"/beheer/gebruikers/lezers?q={Uri.EscapeDataString(Asked)}&voor={Next}";
}
