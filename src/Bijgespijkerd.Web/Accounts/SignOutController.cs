using Bijgespijkerd.Web.Panel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.Accounts;

[Authorize(Policies.Account)]
public sealed class SignOutController(AccountSignIn sessions, CurrentAccount current) : PanelController
{
    [HttpPost("/uitloggen")]
    public async Task<IActionResult> End(CancellationToken cancel)
    {
        await sessions.EndAsync(HttpContext, current, cancel);
        Response.Headers["Clear-Site-Data"] = "\"cache\"";
        Response.Headers.Location = "/";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
