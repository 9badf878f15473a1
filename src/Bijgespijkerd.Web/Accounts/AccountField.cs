namespace Bijgespijkerd.Web.Accounts;

/// <summary>A field of a form in the panel or before it: its id, and how it is tied to what is wrong with it.</summary>
public static class AccountField
{
    public static string Id(string field) => "veld-" + field.ToLowerInvariant();

    public static string? Described(string field, string? error, bool hasHint) => (error is not null, hasHint) switch
    {
        (true, true) => $"{Id(field)}-fout {Id(field)}-hint",
        (true, false) => Id(field) + "-fout",
        (false, true) => Id(field) + "-hint",
        _ => null,
    };
}

public static class FormErrors
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}

/// <summary>One labelled field, as the partial writes it: label, hint, what is wrong, the field.</summary>
public sealed record Field(string Name, string Label, string Type, string? Value)
{
    public string? Hint { get; init; }
    public string? Error { get; init; }
    public string? Autocomplete { get; init; }
    public int MaxLength { get; init; } = 254;
    public bool IsRequired { get; init; } = true;

    public string Id => AccountField.Id(Name);
}
