using System.Globalization;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>The leaf elements of an entry by name; what is missing is empty.</summary>
public sealed class WxrFields
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public List<WxrLabel> Labels { get; } = [];
    public List<WxrComment> Comments { get; } = [];

    public string this[string name] => _texts.GetValueOrDefault(name, "");

    public void Add(string name, string text) => _texts.TryAdd(name, text);

    public long Number(string name) => long.TryParse(this[name].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
