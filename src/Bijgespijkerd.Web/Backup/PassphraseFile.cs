using System.Text;
using Bijgespijkerd.Web.Backup.Sealing;

namespace Bijgespijkerd.Web.Backup;

/// <summary>A passphrase comes in a file: what stands on a command line, everybody on the machine can read.</summary>
internal static class PassphraseFile
{
    /// <summary>Its first line.</summary>
    public static async Task<string> ReadAsync(string path, CancellationToken cancel)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var line = (await reader.ReadLineAsync(cancel) ?? "").TrimEnd();
        return line.Length >= SealKey.ShortestPassphrase ? line : throw new BackupRefusedException($"The first line of {path} is no passphrase of at least {SealKey.ShortestPassphrase} characters.");
    }
}
