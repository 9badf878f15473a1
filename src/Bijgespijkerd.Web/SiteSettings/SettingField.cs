using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.SiteSettings;

/// <summary>One thing to choose on the page, made of one key or more. Its value is a text, as the form has it.</summary>
/// <param name="Name">In the form, and of its id.</param>
public abstract record SettingField(string Name, string Label, string Hint)
{
    /// <summary>What its number counts, for behind the field.</summary>
    public string Unit { get; init; } = "";

    public abstract IReadOnlyList<string> Keys { get; }

    /// <param name="valueOf">The value of a key.</param>
    public abstract string Read(Func<string, string> valueOf);

    /// <summary>What each key becomes; null when this value is not allowed.</summary>
    public abstract IReadOnlyDictionary<string, string>? Parse(string typed, IReadOnlyDictionary<string, KnownSetting> known);

    /// <summary>A value in words.</summary>
    public abstract string Say(string value);

    /// <summary>What is allowed, in a sentence that says how to mend it.</summary>
    public abstract string Allowed(IReadOnlyDictionary<string, KnownSetting> known);

    /// <summary>What there is to choose from; empty for what is typed.</summary>
    public virtual IReadOnlyList<(string Value, string Label)> Options(IReadOnlyDictionary<string, KnownSetting> known) => [];

    public string Now(IReadOnlyDictionary<string, KnownSetting> known) => Read(key => known[key].Value);

    public string Standard(IReadOnlyDictionary<string, KnownSetting> known) => Read(key => known[key].Standard);
}

/// <summary>A field of one key.</summary>
public sealed record OneSetting(string Key, string Label, string Hint) : SettingField(Key.Replace(':', '-'), Label, Hint)
{
    public override IReadOnlyList<string> Keys => [Key];

    public override string Read(Func<string, string> valueOf) => valueOf(Key);

    public override IReadOnlyDictionary<string, string>? Parse(string typed, IReadOnlyDictionary<string, KnownSetting> known) =>
        known[Key].Rule.Spell(typed.Trim()) is { } value ? new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = value } : null;

    public override string Say(string value) => value switch
    {
        "true" => SettingsTexts.Yes,
        "false" => SettingsTexts.No,
        nameof(CommentOrder.OldestFirst) => SettingsTexts.OldestFirst,
        nameof(CommentOrder.NewestFirst) => SettingsTexts.NewestFirst,
        nameof(ModeratorNotice.AtOnce) => SettingsTexts.NoticeAtOnce,
        nameof(ModeratorNotice.Digest) => SettingsTexts.NoticeDigest,
        nameof(ModeratorNotice.Off) => SettingsTexts.NoticeOff,
        _ when Unit.Length > 0 => $"{value} {Unit}",
        _ when int.TryParse(value, SiteClock.Dutch, out _) => value,
        _ => $"‘{value}’",
    };

    public override string Allowed(IReadOnlyDictionary<string, KnownSetting> known) => known[Key].Rule switch
    {
        NumberRule number => string.Format(SiteClock.Dutch, SettingsTexts.ErrorNumber, number.Minimum, number.Maximum),
        TextRule text => string.Format(SiteClock.Dutch, SettingsTexts.ErrorText, text.Longest),
        _ => SettingsTexts.ErrorChoice,
    };

    public override IReadOnlyList<(string Value, string Label)> Options(IReadOnlyDictionary<string, KnownSetting> known) => known[Key].Rule switch
    {
        ChoiceRule choices => [.. Enum.GetNames(choices.Choices).Select(name => (name, Say(name)))],
        ZoneRule => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append(known[Key].Value).Where(id => id.Contains('/', StringComparison.Ordinal) || id == known[Key].Value)
            .Distinct().Order(StringComparer.Ordinal).Select(id => (id, id.Replace('_', ' ')))],
        _ => [],
    };
}

/// <summary>Who is published at once: one choice out of three, kept as two keys.</summary>
public sealed record ModerationField() : SettingField("Moderation", SettingsTexts.Moderation, SettingsTexts.ModerationHint)
{
    private const string HoldAll = "Comments:HoldAll";
    private const string HoldFirst = "Comments:HoldFirst";
    private const string Yes = "true";
    private const string No = "false";

    public override IReadOnlyList<string> Keys => [HoldAll, HoldFirst];

    public override string Read(Func<string, string> valueOf) => valueOf(HoldAll) == Yes ? "all" : valueOf(HoldFirst) == Yes ? "first" : "none";

    /// <summary>When all waits, the other key says nothing and stays as it is. What configuration fixes cannot be chosen otherwise.</summary>
    public override IReadOnlyDictionary<string, string>? Parse(string typed, IReadOnlyDictionary<string, KnownSetting> known)
    {
        Dictionary<string, string>? wanted = typed switch
        {
            "all" => new(StringComparer.Ordinal) { [HoldAll] = Yes },
            "first" => new(StringComparer.Ordinal) { [HoldAll] = No, [HoldFirst] = Yes },
            "none" => new(StringComparer.Ordinal) { [HoldAll] = No, [HoldFirst] = No },
            _ => null,
        };
        return wanted?.Any(w => known[w.Key].IsGiven && known[w.Key].Value != w.Value) == true ? null : wanted;
    }

    public override string Say(string value) => value switch
    {
        "all" => SettingsTexts.HoldAll,
        "first" => SettingsTexts.HoldFirst,
        _ => SettingsTexts.HoldNone,
    };

    public override string Allowed(IReadOnlyDictionary<string, KnownSetting> known) => SettingsTexts.ErrorChoice;

    public override IReadOnlyList<(string Value, string Label)> Options(IReadOnlyDictionary<string, KnownSetting> known) =>
        [.. ((string[])["first", "all", "none"]).Where(value => Parse(value, known) is not null).Select(value => (value, Say(value)))];
}
