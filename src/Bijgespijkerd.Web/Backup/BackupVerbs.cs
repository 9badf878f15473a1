using System.Globalization;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Backup.Restoring;
using Bijgespijkerd.Web.Platform.Verbs;

namespace Bijgespijkerd.Web.Backup;

/// <summary><c>backup FILE</c>: beside a serving site or without one.</summary>
public sealed class BackupVerb(BackupMaking making) : IVerb
{
    public string Name => Verb.Backup.Name;

    public Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel) => BackupWords.RunAsync(Verb.Backup, words, output, async asked =>
    {
        if (asked.Force)
        {
            return null;
        }

        var made = making.Make(asked.File, await asked.PassphraseAsync(cancel), new BackupProgress(output), cancel);
        var size = new FileInfo(asked.File).Length;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Made and read again: {asked.File} ({size} bytes), {made.Counts}."));
        return 0;
    });
}

/// <summary><c>restore FILE</c>: only while the site does not run.</summary>
public sealed class RestoreVerb(BackupRestoring restoring) : IVerb
{
    public string Name => Verb.Restore.Name;

    public Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel) => BackupWords.RunAsync(Verb.Restore, words, output, async asked =>
    {
        var done = await restoring.RunAsync(asked.File, await asked.PassphraseAsync(cancel), asked.Force, new BackupProgress(output), cancel);
        foreach (var line in Lines(done))
        {
            await output.WriteLineAsync(line);
        }

        return done is { IsWhole: true, IsOther: false } ? 0 : 1;
    });

    private static IEnumerable<string> Lines(RestoreReport done)
    {
        yield return $"Restored {done.Plan.Backup}: {done.Counts}.";
        if (!done.IsWhole)
        {
            yield return $"Its manifest tells of {done.Plan.Counts}: that is not the same.";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Erased again for {done.Erased} addresses. Everybody has to sign in anew.");
        if (!done.ListIsWhole)
        {
            yield return $"The former database could not be read: what was erased since the backup was made is known only from the list beside the backups.";
        }

        foreach (var aside in done.Plan.Moves.Select(move => move.Aside).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            yield return $"What was there is in {aside}; delete it when all is well.";
        }

        if (done.IsOther)
        {
            yield return "That was the restore that was broken off. To put the other file in its place, run it again with --force.";
        }
    }
}

/// <summary>What both verbs take.</summary>
internal sealed record BackupWords(string File, string? PassphraseFile, bool Force)
{
    public async Task<string?> PassphraseAsync(CancellationToken cancel) => PassphraseFile is null ? null : await Backup.PassphraseFile.ReadAsync(PassphraseFile, cancel);

    public static async Task<int> RunAsync(Verb verb, IReadOnlyList<string> words, TextWriter output, Func<BackupWords, Task<int?>> work)
    {
        var status = (int?)null;
        if (Read(words) is { } asked)
        {
            try
            {
                status = await work(asked);
            }
            catch (BackupRefusedException e)
            {
                await output.WriteLineAsync($"{asked.File}: {e.Message}");
                return 1;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await output.WriteLineAsync(e.Message);
                return 1;
            }
            catch (OperationCanceledException)
            {
                await output.WriteLineAsync("Stopped.");
                return 1;
            }
        }

        if (status is null)
        {
            await output.WriteLineAsync("Usage: " + verb.Usage);
        }

        return status ?? 2;
    }

    private static BackupWords? Read(IReadOnlyList<string> words)
    {
        var asked = new BackupWords("", null, Force: false);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--force" && !asked.Force)
            {
                asked = asked with { Force = true };
            }
            else if (words[i] == "--passphrase-file" && asked.PassphraseFile is null && i + 1 < words.Count)
            {
                asked = asked with { PassphraseFile = words[++i] };
            }
            else if (asked.File.Length == 0 && words[i].Length > 0 && !words[i].StartsWith("--", StringComparison.Ordinal))
            {
                asked = asked with { File = words[i] };
            }
            else
            {
                return null;
            }
        }

        return asked.File.Length > 0 ? asked : null;
    }
}
