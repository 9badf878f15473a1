using System.Globalization;
using Bijgespijkerd.Web.Backup.Making;
using Bijgespijkerd.Web.Backup.Restoring;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Site.PersonalData;

namespace Bijgespijkerd.Web.Backup;

/// <summary><c>backup FILE</c>: beside a serving site or without one.</summary>
public sealed class BackupVerb(BackupMaking making) : IVerb
{
    public string Name => Verb.Backup.Name;

    public Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel) => BackupWords.RunAsync(Verb.Backup, words, output, async asked =>
    {
        if (asked.Force || asked.Undo)
        {
            return null;
        }

        var made = making.Make(asked.File, await asked.PassphraseAsync(cancel), new BackupProgress(output), cancel);
        var size = new FileInfo(asked.File).Length;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Made and read again: {asked.File} ({size} bytes), {made.Counts}."));
        return 0;
    });
}

/// <summary><c>restore FILE</c>, and <c>restore --undo</c> when that was broken off: only while the site does not run.</summary>
public sealed class RestoreVerb(BackupRestoring restoring) : IVerb
{
    public string Name => Verb.Restore.Name;

    public Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel) => BackupWords.RunAsync(Verb.Restore, words, output, async asked =>
    {
        if (asked.Undo)
        {
            return await UndoAsync(output);
        }

        var done = await restoring.RunAsync(asked.File, await asked.PassphraseAsync(cancel), asked.Force, new BackupProgress(output), cancel);
        foreach (var line in Lines(done))
        {
            await output.WriteLineAsync(line);
        }

        return done is { IsWhole: true, Asked: AskedBackup.Same } ? 0 : 1;
    });

    private async Task<int?> UndoAsync(TextWriter output)
    {
        var undone = await restoring.UndoAsync();
        await output.WriteLineAsync(undone is null ? "No restore was broken off: there is nothing to undo." : $"All is as it was before {undone.Backup} was put back.");
        return undone is null ? 1 : 0;
    }

    private static IEnumerable<string> Lines(RestoreReport done)
    {
        yield return $"Restored {done.Plan.Backup}: {done.Counts}.";
        if (!done.IsWhole)
        {
            yield return $"Its manifest tells of {done.Plan.Counts}: that is not the same.";
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"Erased again for {done.Erased.Found} addresses. Everybody has to sign in anew.");
        foreach (var unread in done.Erased.Unread)
        {
            yield return $"What was erased since the backup was made was to be read in {unread}, and could not be, or not all of it.";
        }

        if (!done.Erased.Told)
        {
            yield return $"No former database and no list ({IErasureList.FileName}) was there: what was erased since the backup was made is back. With such a list, run privacy reapply.";
        }

        foreach (var aside in done.Plan.Moves.Select(move => move.Aside).Distinct(StringComparer.Ordinal).Where(Directory.Exists))
        {
            yield return $"What was there is in {aside}; delete it when all is well.";
        }

        if (done.Asked is not AskedBackup.Same)
        {
            yield return done.Asked is AskedBackup.Other
                ? "That was the restore that was broken off. To put the other file in its place, run it again with --force."
                : "That was the restore that was broken off. The file that was named now could not be compared with it.";
        }
    }
}

/// <summary>What both verbs take.</summary>
internal sealed record BackupWords(string File, string? PassphraseFile, bool Force, bool Undo)
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
        var asked = new BackupWords("", null, Force: false, Undo: false);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--force" && !asked.Force)
            {
                asked = asked with { Force = true };
            }
            else if (words is ["--undo"])
            {
                asked = asked with { Undo = true };
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

        return asked.Undo || asked.File.Length > 0 ? asked : null;
    }
}
