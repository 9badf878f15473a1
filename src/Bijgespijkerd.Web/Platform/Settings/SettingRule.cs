using System.Globalization;
using System.Text.RegularExpressions;
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

/// <summary>Zero is allowed beside what lies between the bounds: never.</summary>
public sealed partial record DurationRule(TimeSpan Minimum, TimeSpan Maximum)
    : SettingRule($"0, or minutes, hours or days from {Spelled(Minimum)} to {Spelled(Maximum)}, such as 90m, 24h or 7d")
{
    public override object? Read(string value)
    {
        var text = value.Trim();
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        if (Form().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var duration = found.Groups["unit"].Value switch
        {
            "m" => TimeSpan.FromMinutes(Number(found, "number")),
            "h" => TimeSpan.FromHours(Number(found, "number")),
            "d" => TimeSpan.FromDays(Number(found, "number")),
            _ => new TimeSpan(Number(found, "hours"), Number(found, "minutes"), Number(found, "seconds")),
        };
        return duration == TimeSpan.Zero || (duration >= Minimum && duration <= Maximum) ? duration : null;
    }

    public override string Write(object value) => Spelled((TimeSpan)value);

    private static string Spelled(TimeSpan duration) => duration switch
    {
        { Ticks: 0 } => "0",
        _ when duration.Ticks % TimeSpan.TicksPerDay == 0 && duration.Days > 1 => string.Create(CultureInfo.InvariantCulture, $"{duration.Days}d"),
        _ when duration.Ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalHours}h"),
        _ when duration.Ticks % TimeSpan.TicksPerMinute == 0 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes}m"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalHours}:{duration:mm\\:ss}"),
    };

    private static int Number(Match found, string group) => found.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<number>[0-9]{1,5}) ?(?<unit>[mhd])\z|^(?<hours>[0-9]{1,4}):(?<minutes>[0-5][0-9]):(?<seconds>[0-5][0-9])\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
