using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Bijgespijkerd.Web.SiteSettings;

/// <summary>What an administrator may choose while the site runs.</summary>
[Authorize(Policies.Administer)]
public sealed class SettingsController(BlogDb db, SettingsInForce inForce, SettingChanges changes) : PanelController
{
    private const string ViewPath = "/SiteSettings/Settings.cshtml";

    [HttpGet(SettingsPage.Path), HttpHead(SettingsPage.Path)]
    public async Task<IActionResult> Show(long? gedaan, CancellationToken cancel)
    {
        var page = SettingsPage.Of(inForce, null, FormErrors.None);
        var said = Moment(gedaan) is { } moment ? await changes.SaidAsync(db, moment, cancel) : [];
        return View(ViewPath, page with { Saved = said, Moment = said.Count > 0 ? gedaan : null });
    }

    [HttpPost(SettingsPage.Path)]
    public async Task<IActionResult> Save(IFormCollection fields, CancellationToken cancel)
    {
        var form = new SettingsForm(fields);
        var known = inForce.Known;
        var touched = SettingGroups.Fields.Where(form.IsTouched).ToList();
        var errors = touched.Where(f => f.Parse(form.Typed(f), known) is null).ToDictionary(f => f.Name, f => f.Allowed(known), StringComparer.Ordinal);
        if (errors.Count > 0)
        {
            return Back(form, errors, StatusCodes.Status422UnprocessableEntity);
        }

        var saved = await changes.SaveAsync([.. touched.Select(f => new WantedSetting(f, form.Was(f), Spelled(f, form.Typed(f), known)))], cancel);
        return saved.Collisions.Count > 0
            ? Back(form, saved.Collisions.ToDictionary(c => c.Field.Name, Told, StringComparer.Ordinal), StatusCodes.Status409Conflict)
            : Told(saved.Moment, SettingsTexts.NothingChanged);
    }

    /// <summary>One field; whatever else was typed comes back as it was.</summary>
    [HttpPost(SettingsPage.Path + "/standaard")]
    public async Task<IActionResult> Reset(IFormCollection fields, [FromForm] string? veld, CancellationToken cancel)
    {
        var form = new SettingsForm(fields);
        if (SettingGroups.Fields.FirstOrDefault(f => f.Name == veld) is not { } field || field.Parse(field.Standard(inForce.Known), inForce.Known) is null)
        {
            return BadRequest();
        }

        var saved = await changes.SaveAsync([new WantedSetting(field, field.Now(inForce.Known), field.Standard(inForce.Known))], cancel);
        if (!SettingGroups.Fields.Any(f => f != field && form.IsTouched(f)))
        {
            return Told(saved.Moment, SettingsTexts.NothingChanged);
        }

        var without = new SettingsForm(new FormCollection(fields.Where(f => f.Key != SettingsForm.Before + field.Name).ToDictionary(StringComparer.Ordinal)));
        return View(ViewPath, SettingsPage.Of(inForce, without, FormErrors.None) with { Notice = string.Format(SiteClock.Dutch, SettingsTexts.ResetAndKept, field.Label) });
    }

    [HttpPost(SettingsPage.Path + "/herstel")]
    public async Task<IActionResult> Undo([FromForm] long? moment, CancellationToken cancel) =>
        Moment(moment) is { } saved ? Told(await changes.UndoAsync(saved, cancel), SettingsTexts.NothingUndone) : BadRequest();

    private static string Spelled(SettingField field, string typed, IReadOnlyDictionary<string, KnownSetting> known)
    {
        var parsed = field.Parse(typed, known)!;
        return field.Read(key => parsed.TryGetValue(key, out var value) ? value : known[key].Value);
    }

    private static string Told(SettingCollision collision) => string.Format(SiteClock.Dutch, SettingsTexts.Collision, collision.Who.Length > 0 ? collision.Who : SettingsTexts.Somebody, collision.Field.Say(collision.Now));

    private IActionResult Told(DateTimeOffset? moment, string otherwise)
    {
        if (moment is null)
        {
            return Done(SettingsPage.Path, otherwise);
        }

        Response.Headers.Location = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SettingsPage.Path}?gedaan={moment.Value.ToUnixTimeMilliseconds()}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private ViewResult Back(SettingsForm form, IReadOnlyDictionary<string, string> errors, int status)
    {
        Response.StatusCode = status;
        var page = SettingsPage.Of(inForce, form, errors);
        return View(ViewPath, page with { Head = page.Head with { Title = SettingsTexts.ErrorTitle } });
    }

    private static DateTimeOffset? Moment(long? milliseconds) =>
        milliseconds is > 0 and < 253_402_300_000_000 ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.Value) : null;
}
