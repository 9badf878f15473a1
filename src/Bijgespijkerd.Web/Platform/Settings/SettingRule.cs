using System.Globalization;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>What the value of a setting may be, for configuration, the database and the panel alike.</summary>
/// <param name="Allowed">In English, as the console says it.</param>
public abstract record SettingRule(string Allowed)
{
    /// <summary>Null when it is not allowed.</summary>
    public abstract object? Read(string value);

    public abstract string Write(object value);

    /// <summary>The same value in its one spelling; null when it is not allowed.</summary>
    public string? Spell(string value) => Read(value) is { } read ? Write(read) : null;
}

public sealed record TextRule(int Longest) : SettingRule(string.Create(CultureInfo.InvariantCulture, $"one line of 1 to {Longest} characters"))
{
    /// <summary>What cannot be seen is no text, and what turns text round is not for a name.</summary>
    public override object? Read(string value) => !value.Trim().Any(char.IsControl) && PersonName.Clean(value) is { Length: > 0 } text && text.Length <= Longest ? text : null;

    public override string Write(object value) => (string)value;
}

/// <summary>As it is written: what a disk calls it is not for us to clean.</summary>
public sealed record PathRule(int Longest) : SettingRule(string.Create(CultureInfo.InvariantCulture, $"one line of 1 to {Longest} characters"))
{
    public override object? Read(string value) => value.Trim() is { Length: > 0 } text && text.Length <= Longest && !text.Any(char.IsControl) ? text : null;

    public override string Write(object value) => (string)value;
}

public sealed record FlagRule() : SettingRule("true or false")
{
    public override object? Read(string value) => bool.TryParse(value, out var flag) ? flag : null;

    public override string Write(object value) => (bool)value ? "true" : "false";
}

public sealed record NumberRule(int Minimum, int Maximum) : SettingRule(string.Create(CultureInfo.InvariantCulture, $"a whole number from {Minimum} to {Maximum}"))
{
    public override object? Read(string value) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= Minimum && number <= Maximum ? number : null;

    public override string Write(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);
}

public sealed record ChoiceRule(Type Choices) : SettingRule("one of " + string.Join(", ", Enum.GetNames(Choices)))
{
    /// <summary>A name: a number that happens to stand for one is no name.</summary>
    public override object? Read(string value) =>
        Enum.GetNames(Choices).FirstOrDefault(name => name.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(Choices, name) : null;

    public override string Write(object value) => value.ToString()!;
}

public sealed record ZoneRule() : SettingRule("a time zone, such as Europe/Amsterdam")
{
    public override object? Read(string value) => TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) ? zone : null;

    public override string Write(object value) => ((TimeZoneInfo)value).Id;
}
