using System.Text.RegularExpressions;
using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Web.Backup.Archive;

/// <summary>The names that a backup may hold, and no others: none of them can lead out of the folder it is unpacked into.</summary>
internal static partial class EntryName
{
    public const string Manifest = "manifest.json";
    public const string Database = "database.db";
    public const string Settings = "settings.json";
    public const string Media = "media/";
    public const string Keys = "keys/";

    private const int MostShown = 80;

    public static bool IsOurs(string name) => name is Manifest or Database or Settings
        || (name.StartsWith(Media, StringComparison.Ordinal) && MediaStore.IsName(name[Media.Length..]))
        || (name.StartsWith(Keys, StringComparison.Ordinal) && IsKey(name[Keys.Length..]));

    /// <summary>As the framework names the files of its keys.</summary>
    public static bool IsKey(string name) => KeyForm().IsMatch(name);

    /// <summary>A name from a file that nobody vouches for, fit for a console.</summary>
    public static string Shown(string name)
    {
        var one = string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));
        return one.Length > MostShown ? one[..MostShown] + "…" : one;
    }

    [GeneratedRegex(@"^key-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.xml\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex KeyForm();
}
