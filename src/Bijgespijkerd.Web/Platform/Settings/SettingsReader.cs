using System.Net;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Platform.Settings;

/// <summary>Reads the keys under one section; the first value that is not allowed, or key that does not exist, stops the start.</summary>
public sealed class SettingsReader(IConfigurationSection section, IReadOnlyDictionary<string, string> chosen)
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownSetting> _read = new(StringComparer.Ordinal);
    private readonly List<string> _unfit = [];

    public IReadOnlyDictionary<string, KnownSetting> Read => _read;

    /// <summary>What was chosen in the panel and is not allowed, a line each.</summary>
    public IReadOnlyList<string> Unfit => [.. _unfit, .. chosen.Keys.Where(key => !BlogSettings.Changeable.Contains(key)).Select(key => $"{section.Path}:{key}: no such setting exists")];

    public string Path(string key, string fallback) => Take(key, fallback, new PathRule(1_000));

    public string Text(string key, string fallback, int longest) => Take(key, fallback, new TextRule(longest));

    public string? OptionalText(string key) => Value(key);

    public bool Flag(string key, bool fallback) => Take(key, fallback, new FlagRule());

    public int Number(string key, int fallback, int minimum, int maximum) => Take(key, fallback, new NumberRule(minimum, maximum));

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan minimum, TimeSpan maximum) => Take(key, fallback, new DurationRule(minimum, maximum));

    public TChoice Choice<TChoice>(string key, TChoice fallback)
        where TChoice : struct, Enum => Take(key, fallback, new ChoiceRule(typeof(TChoice)));

    public TimeZoneInfo Zone(string key, string fallback)
    {
        var rule = new ZoneRule();
        return rule.Read(fallback) is TimeZoneInfo zone ? Take(key, zone, rule) : Refuse<TimeZoneInfo>(key, fallback, rule.Allowed);
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

    /// <summary>Configuration wins; then what was chosen in the panel, when it is allowed; else the fallback.</summary>
    private T Take<T>(string key, T fallback, SettingRule rule)
        where T : notnull
    {
        var given = Value(key);
        var value = fallback;
        if (given is not null)
        {
            value = rule.Read(given) is T read ? read : Refuse<T>(key, given, rule.Allowed);
        }
        else if (BlogSettings.Changeable.Contains(key) && chosen.TryGetValue(key, out var choice))
        {
            if (rule.Read(choice) is T read)
            {
                value = read;
            }
            else
            {
                _unfit.Add($"{section.Path}:{key} = '{choice}': {rule.Allowed}");
            }
        }

        _read[key] = new KnownSetting(key, rule, rule.Write(fallback), rule.Write(value), given is not null);
        return value;
    }

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
