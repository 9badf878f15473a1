using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Editing.Publishing;

/// <summary>What an undo button carries: how posts stood before. Signed, because it can put posts on the site without looking them over.</summary>
public sealed class UndoTicket(SiteSecret secret)
{
    private const int MostAtOnce = 100;
    private const string Purpose = "undo";

    /// <summary>41.2.7.1779000000000,42.1.0.1779000000000.1779900000000~signature; empty when there is nothing to undo.</summary>
    public string Write(IEnumerable<FormerState> states)
    {
        var list = string.Join(',', states.Take(MostAtOnce).Select(Written));
        return list.Length == 0 ? "" : $"{list}~{Base64Url.EncodeToString(secret.Hash(Purpose, list))}";
    }

    /// <summary>Nothing, when this site did not write it.</summary>
    public IReadOnlyList<FormerState> Read(string? text)
    {
        var parts = (text ?? "").Split('~');
        if (parts is not [var list, var signature])
        {
            return [];
        }

        var right = Base64Url.EncodeToString(secret.Hash(Purpose, list));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature)) ? [.. list.Split(',').Select(Parse)] : [];
    }

    private static string Written(FormerState state)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{state.PostId}.{(int)state.State}.{state.Version}.{state.Moved}");
        return state.At is { } at ? string.Create(CultureInfo.InvariantCulture, $"{line}.{at.ToUnixTimeMilliseconds()}") : line;
    }

    private static FormerState Parse(string part)
    {
        var numbers = part.Split('.').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return new(numbers[0], (PostState)numbers[1], (int)numbers[2], numbers[3], numbers.Count > 4 ? DateTimeOffset.FromUnixTimeMilliseconds(numbers[4]) : null);
    }
}
