using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Bijgespijkerd.Web.Panel;

/// <summary>A page for who is signed in: its forms carry a token, and no copy of it is kept anywhere.</summary>
[SameOriginOnly, AutoValidateAntiforgeryToken, KeepsForms]
public abstract class PanelController : Controller
{
    public const string FlashKey = "melding";

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        Response.Headers.CacheControl = CacheHeaders.NeverStored;
        Response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>To the changed place, where a line says what happened.</summary>
    protected IActionResult Done(string path, string flash)
    {
        TempData[FlashKey] = flash;
        Response.Headers.Location = path;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The same with a button that puts back what was there.</summary>
    protected IActionResult Done(string path, string flash, PanelUndo undo)
    {
        TempData[PanelUndo.Key] = undo.Write();
        return Done(path, flash);
    }

    /// <summary>A form with what is wrong in it; what was typed stays.</summary>
    protected IActionResult Again(string view, object page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(view, page);
    }
}
