using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>Which account writes as which author.</summary>
[Authorize(Policies.Administer)]
public sealed class ProfileAccountController(ProfilePages pages, ProfileWriting writing) : PanelController
{
    [HttpPost("/beheer/auteurs/{id:long}/account")]
    public async Task<IActionResult> Link([FromRoute] long id, [FromForm] ProfileAccountForm form, CancellationToken cancel)
    {
        if (await pages.EditAsync(id, null, cancel) is not { } page)
        {
            return NotFound();
        }

        return form.AccountId is { } wanted && await writing.LinkAsync(id, wanted, cancel)
            ? Done(ProfilePages.PathOf(id) + "#account", ProfileTexts.Linked)
            : Again("Profile", page with { Errors = new Dictionary<string, string>(StringComparer.Ordinal) { [nameof(ProfileAccountForm.AccountId)] = ProfileTexts.ErrorAccount } });
    }

    [HttpPost("/beheer/auteurs/{id:long}/account/los")]
    public async Task<IActionResult> Unlink([FromRoute] long id, CancellationToken cancel) => await writing.UnlinkAsync(id, cancel) is { } name
        ? Done(ProfilePages.PathOf(id) + "#account", string.Format(SiteClock.Dutch, ProfileTexts.Unlinked, name))
        : NotFound();
}

public sealed record ProfileAccountForm(long? AccountId);
