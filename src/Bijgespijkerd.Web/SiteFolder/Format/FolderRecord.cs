using System.Globalization;
using Bijgespijkerd.Text;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>Something in the folder: fields in their order, and perhaps a text. What is empty is left out.</summary>
internal sealed class FolderRecord
{
    private readonly List<(string Key, string Value)> _fields = [];

    public IReadOnlyList<(string Key, string Value)> Fields => _fields;

    public string Text { get; set; } = "";

    /// <summary>The line of its file where it begins.</summary>
    public int At { get; init; }

    public FolderRecord Add(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _fields.Add((key, value));
        }

        return this;
    }

    public FolderRecord Add(string key, long? value) => Add(key, value?.ToString(CultureInfo.InvariantCulture));

    public FolderRecord Add(string key, DateTimeOffset? value) => Add(key, value is { } moment ? Moments.Write(moment) : null);

    public FolderRecord Say(string key, bool isSo) => Add(key, isSo ? Words.Yes : null);

    public FolderRecord AddAll(string key, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            Add(key, value);
        }

        return this;
    }

    public string? Find(string key) => _fields.Find(f => f.Key == key).Value;

    public IEnumerable<string> All(string key) => _fields.Where(f => f.Key == key).Select(f => f.Value);

    /// <summary>Empty when it is not there.</summary>
    /// <exception cref="UnfitRecordException">Longer than there is room for.</exception>
    public string Short(string key, int longest = int.MaxValue) => Find(key) is not { } value ? "" : Fitting(key, value, longest);

    /// <exception cref="UnfitRecordException">Not there, or longer than there is room for.</exception>
    public string Needed(string key, int longest) => Fitting(key, Find(key) ?? throw new UnfitRecordException($"'{key}' is missing"), longest);

    /// <exception cref="UnfitRecordException">It is no moment.</exception>
    public DateTimeOffset? Moment(string key) => Find(key) is not { } value ? null : Moments.Read(value) ?? throw new UnfitRecordException($"'{key}' is no moment such as 2024-03-14T09:05:00Z");

    /// <exception cref="UnfitRecordException">Not there, or no moment.</exception>
    public DateTimeOffset NeededMoment(string key) => Moment(key) ?? throw new UnfitRecordException($"'{key}' is missing");

    /// <exception cref="UnfitRecordException">It is no number of the ones that are used.</exception>
    public long? Number(string key, long least = 0, long most = long.MaxValue) => Find(key) is not { } value ? null
        : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new UnfitRecordException($"'{key}' is no number that fits");

    public bool Is(string key) => Find(key) == Words.Yes;

    /// <exception cref="UnfitRecordException">None of the words that are used.</exception>
    public T Word<T>(string key, WordTable<T> table)
        where T : struct => table.Read(Find(key) ?? "") ?? throw new UnfitRecordException($"'{key}' is none of {table.All}");

    /// <summary>As a form of the site would take it.</summary>
    private static string Fitting(string key, string value, int longest) => value.Length <= longest ? PlainText.Clean(value)
        : throw new UnfitRecordException(string.Create(CultureInfo.InvariantCulture, $"'{key}' has {value.Length} characters, and may have {longest}"));
}

/// <summary>Something in the folder cannot be taken: why, in one line for the operator.</summary>
internal sealed class UnfitRecordException(string reason) : Exception(reason);
