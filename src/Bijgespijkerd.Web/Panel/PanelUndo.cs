using System.Text.Json;

namespace Bijgespijkerd.Web.Panel;

/// <summary>The form behind "Ongedaan maken": until the next page it travels with the line that says what happened.</summary>
public sealed record PanelUndo(string Path, IReadOnlyDictionary<string, string> Fields)
{
    public const string Key = "herstel";

    public string Write() => JsonSerializer.Serialize(this);

    public static PanelUndo? Read(object? kept) => kept is string text ? JsonSerializer.Deserialize<PanelUndo>(text) : null;
}
