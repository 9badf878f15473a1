namespace Bijgespijkerd.Web.SiteSettings;

/// <summary>What the page's form says: of each field what was typed, and what stood there before.</summary>
public sealed class SettingsForm(IFormCollection form)
{
    public const string Before = "was-";

    /// <summary>The field stood on the page that was sent.</summary>
    public bool Has(SettingField field) => form.ContainsKey(Before + field.Name);

    public string Was(SettingField field) => form[Before + field.Name].ToString();

    /// <summary>Browsers send nothing for a box that is not ticked.</summary>
    public string Typed(SettingField field) => form.TryGetValue(field.Name, out var typed) ? typed[0] ?? "" : "false";

    public bool IsTouched(SettingField field) => Has(field) && Typed(field).Trim() != Was(field);
}
