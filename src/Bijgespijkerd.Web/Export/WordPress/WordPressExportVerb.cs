using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.Data.Sqlite;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary><c>export wordpress FILE</c>: beside a serving site or without one.</summary>
public sealed class WordPressExportVerb(WordPressExport export, DatabaseFile file) : IVerb
{
    public string Name => Verb.ExportWordPress.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        if (words is not [{ Length: > 0 } path] || path.StartsWith("--", StringComparison.Ordinal))
        {
            await output.WriteLineAsync("Usage: " + Verb.ExportWordPress.Usage);
            return 2;
        }

        try
        {
            var report = await export.RunAsync(path, output, cancel);
            await output.WriteLineAsync($"Written: {path}");
            foreach (var line in report.Lines())
            {
                await output.WriteLineAsync(line);
            }

            return 0;
        }
        catch (ExportRefusedException e)
        {
            await output.WriteLineAsync(e.Message);
        }
        catch (SqliteException e) when (DatabaseCheck.IsDamage(e))
        {
            throw file.Broken();
        }
        catch (SqliteException e) when (DatabaseCheck.IsFull(e))
        {
            await output.WriteLineAsync($"There is no room for a copy of the database beside {file.Path}: nothing was written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{path} cannot be written: {e.Message}");
        }
        catch (OperationCanceledException)
        {
            await output.WriteLineAsync("Stopped; nothing was written.");
        }

        return 1;
    }
}
