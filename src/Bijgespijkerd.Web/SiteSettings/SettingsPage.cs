using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.SiteSettings;

/// <summary>One field as it is shown.</summary>
/// <param name="Was">What is stored, to be told apart from what was typed.</param>
public sealed record ShownSetting(SettingField Field, IReadOnlyDictionary<string, KnownSetting> Known, string Value, string Was, string? Error)
{
    public string Id => AccountField.Id(Field.Name);

    public SettingRule Rule => Known[Field.Keys[0]].Rule;

    public IReadOnlyList<(string Value, string Label)> Options { get; } = Field.Options(Known);

    /// <summary>Configuration leaves nothing to choose.</summary>
    public bool IsFixed => Field.Keys.All(key => Known[key].IsGiven) || (Field is ModerationField && Options.Count < 2);

    /// <summary>The keys that configuration gives, as they are written there.</summary>
    public string Given => string.Join(", ", Field.Keys.Where(key => Known[key].IsGiven).Select(key => "Blog:" + key));

    public bool IsStandard => Field.Now(Known) == Field.Standard(Known);

    /// <summary>The standard, and between what one may choose.</summary>
    public string Bounds => string.Format(SiteClock.Dutch, SettingsTexts.Standard, Field.Say(Field.Standard(Known)))
        + (Rule is NumberRule number ? " " + string.Format(SiteClock.Dutch, SettingsTexts.Between, number.Minimum, number.Maximum) : "");

    public string Described => string.Join(' ', new[] { Error is null ? null : Id + "-fout", Id + "-hint", Field.Unit.Length > 0 ? Id + "-eenheid" : null }.OfType<string>());
}

/// <summary>Something of this installation that configuration alone decides.</summary>
public sealed record InstallationFact(string What, string Value, string Key);

public sealed record SettingsPage(IReadOnlyList<(SettingGroup Group, IReadOnlyList<ShownSetting> Settings)> Groups, IReadOnlyList<InstallationFact> Facts) : IPanelPage
{
    public const string Path = "/beheer/instellingen";

    public PanelHead Head { get; init; } = new(SettingsTexts.Title, "instellingen") { Scripts = ["wijzigingen.js"] };

    /// <summary>For the summary, where the field is to be named.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        Groups.SelectMany(g => g.Settings).Where(s => s.Error is not null).ToDictionary(s => s.Field.Name, s => $"{s.Field.Label}: {s.Error}", StringComparer.Ordinal);

    /// <summary>What the last save changed.</summary>
    public IReadOnlyList<string> Saved { get; init; } = [];

    /// <summary>Names that save, to undo it.</summary>
    public long? Moment { get; init; }

    /// <summary>Said of a form that comes back.</summary>
    public string? Notice { get; init; }

    public static SettingsPage Of(SettingsInForce inForce, SettingsForm? form, IReadOnlyDictionary<string, string> errors)
    {
        var known = inForce.Known;
        ShownSetting Shown(SettingField field) => form is not null && form.Has(field)
            ? new(field, known, form.Typed(field), field.Now(known), errors.GetValueOrDefault(field.Name))
            : new(field, known, field.Now(known), field.Now(known), null);
        return new([.. SettingGroups.All.Select(group => (group, (IReadOnlyList<ShownSetting>)[.. group.Fields.Select(Shown)]))], Installation(inForce.Now));
    }

    /// <summary>Never a secret: of the mail server its name alone.</summary>
    private static IReadOnlyList<InstallationFact> Installation(BlogSettings settings) =>
    [
        new(SettingsTexts.Address, settings.BaseUrl?.GetLeftPart(UriPartial.Authority) ?? SettingsTexts.AddressOfRequest, "Blog:BaseUrl"),
        new(SettingsTexts.Folder, settings.DataDirectory, "Blog:DataDirectory"),
        new(SettingsTexts.Mail, settings.Mail.Host is { } host ? string.Format(SiteClock.Dutch, SettingsTexts.MailBy, host) : SettingsTexts.MailToFolder, "Blog:Mail"),
    ];
}
