using System.Globalization;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>The leaf elements of an entry by name; what is missing is empty.</summary>
public sealed class WxrFields
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public List<WxrLabel> Labels { get; } = [];
    public List<WxrComment> Comments { get; } = [];

    /// <summary>What plugins and themes note, as far as something here asks for it.</summary>
    public List<(string Key, string Value)> Notes { get; } = [];

    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public bool Has(string name) => _texts.ContainsKey(name);

    public void Add(string name, string text) => _texts.TryAdd(name, text);

    public string Note(string key) => Notes.Find(n => n.Key == key).Value ?? "";

    public long Number(string name) => NumberIn(this[name]);

    public static long NumberIn(string text) => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
