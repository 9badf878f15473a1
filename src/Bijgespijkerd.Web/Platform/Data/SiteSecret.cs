using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>A random key of this site, for hashes that nobody outside can repeat.</summary>
public sealed class SiteSecret
{
    private const string Name = "secret";
    private byte[] _key = RandomNumberGenerator.GetBytes(32);

    public async Task LoadAsync(BlogDb db, CancellationToken cancel)
    {
        var stored = await db.SiteValues.AsNoTracking().SingleOrDefaultAsync(v => v.Key == Name, cancel);
        if (stored is not null)
        {
            _key = Convert.FromBase64String(stored.Value);
            return;
        }

        db.SiteValues.Add(new SiteValue(Name, Convert.ToBase64String(_key)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>False when it is not among the values: then it is still to be made.</summary>
    public bool Take(IReadOnlyDictionary<string, string> values)
    {
        if (!values.TryGetValue(Name, out var stored))
        {
            return false;
        }

        _key = Convert.FromBase64String(stored);
        return true;
    }

    public byte[] Hash(string purpose, string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(purpose + "\0" + text));

    /// <summary>1 to 6, the same for the same person, and telling nothing about their address.</summary>
    public int Tint(string person) => (Hash("tint", person)[0] % 6) + 1;
}
