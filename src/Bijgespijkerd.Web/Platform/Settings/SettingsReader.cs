using System.Globalization;
using System.Net;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>Reads the keys under one section; the first value that is not allowed, or key that does not exist, stops the start.</summary>
public sealed class SettingsReader(IConfigurationSection section)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public string Text(string key, string fallback) => Value(key) is { } value
        ? value.Trim() is { Length: > 0 and <= 1000 } text ? text : Refuse<string>(key, value, "text of 1 to 1000 characters")
        : fallback;

    public string? OptionalText(string key) => Value(key);

    public bool Flag(string key, bool fallback) => Value(key) is { } value
        ? bool.TryParse(value, out var flag) ? flag : Refuse<bool>(key, value, "true or false")
        : fallback;

    public int Number(string key, int fallback, int minimum, int maximum)
    {
        if (Value(key) is not { } value)
        {
            return fallback;
        }

        return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : Refuse<int>(key, value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}"));
    }

    public TChoice Choice<TChoice>(string key, TChoice fallback)
        where TChoice : struct, Enum
    {
        if (Value(key) is not { } value)
        {
            return fallback;
        }

        var name = Enum.GetNames<TChoice>().FirstOrDefault(n => n.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase));
        return name is null
            ? Refuse<TChoice>(key, value, "one of " + string.Join(", ", Enum.GetNames<TChoice>()))
            : Enum.Parse<TChoice>(name);
    }

    public Uri? Address(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        var good = Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return good ? address : Refuse<Uri>(key, value, "an address with http or https and without a path, such as https://voorbeeld.nl");
    }

    /// <summary>An address that secrets are sent to: never in the open, a server on this same machine apart.</summary>
    public Uri? Endpoint(string key)
    {
        if (Value(key) is not { } value)
        {
            return null;
        }

        var good = Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
        return good ? address : Refuse<Uri>(key, value, "an address with https, such as https://voorbeeld.nl/oauth/token");
    }

    public TimeZoneInfo Zone(string key, string fallback)
    {
        var value = Value(key) ?? fallback;
        return TimeZoneInfo.TryFindSystemTimeZoneById(value, out var zone) ? zone : Refuse<TimeZoneInfo>(key, value, "a time zone, such as Europe/Amsterdam");
    }

    public IReadOnlyList<IPAddress> Addresses(string key)
    {
        _known.Add(key);
        var listed = section.GetSection(key).GetChildren().Select(c => c.Value ?? "").Where(v => v.Length > 0).ToList();
        foreach (var child in section.GetSection(key).GetChildren())
        {
            _known.Add(key + ":" + child.Key);
        }

        var values = section[key] is { } line ? line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) : [.. listed];
        return [.. values.Select(v => IPAddress.TryParse(v, out var address) ? address : Refuse<IPAddress>(key, v, "IP addresses, separated by commas"))];
    }

    public void RefuseUnknown()
    {
        foreach (var (key, value) in Leaves().Where(l => !_known.Contains(l.Key)))
        {
            Refuse(key, value, "no such setting exists; docs/running.md lists them");
        }
    }

    public void Refuse(string key, string value, string allowed) =>
        throw new StartRefusedException($"{section.Path}:{key} = '{value}': {allowed}.");

    internal T Refuse<T>(string key, string value, string allowed)
    {
        Refuse(key, value, allowed);
        return default!;
    }

    private string? Value(string key)
    {
        _known.Add(key);
        return string.IsNullOrEmpty(section[key]) ? null : section[key];
    }

    /// <summary>Some sources give a part that holds keys an empty value of its own: that is no setting.</summary>
    private IEnumerable<(string Key, string Value)> Leaves() => section.AsEnumerable(makePathsRelative: true)
        .Where(pair => pair.Value is { Length: > 0 } && pair.Key.Length > 0).Select(pair => (pair.Key, pair.Value!));
}
