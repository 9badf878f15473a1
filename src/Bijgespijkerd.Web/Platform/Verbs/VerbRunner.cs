using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Platform.Verbs;

/// <summary>A verb of an operator. It prints its progress, and returns 0 when all went well, 1 on failure, 2 on wrong usage.</summary>
public interface IVerb
{
    string Name { get; }

    Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel);
}

public sealed class MigrateVerb(DatabaseStart start) : IVerb
{
    public string Name => Verb.Migrate.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        await start.RunAsync(migrate: true, cancel);
        await output.WriteLineAsync("The schema is up to date.");
        return 0;
    }
}

public static class VerbRunner
{
    public static async Task<int> RunVerbAsync(this WebApplication app, Verb verb)
    {
        if (app.Services.GetServices<IVerb>().FirstOrDefault(v => v.Name == verb.Name) is not { } found)
        {
            var unknown = verb.Words.Count > 0;
            var output = unknown ? Console.Error : Console.Out;
            if (unknown)
            {
                await output.WriteLineAsync($"'{verb.Words[0]}' is not something this program does. It does:");
            }

            foreach (var line in Verb.All)
            {
                await output.WriteLineAsync("  " + line.Usage);
            }

            return unknown ? 2 : 0;
        }

        // What is in the folder then is half of one site and half of another: no verb says or does anything with it.
        if (found.Name != Verb.Restore.Name)
        {
            app.Services.GetRequiredService<DatabaseFile>().RefuseHalfRestored();
        }

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using (app)
        {
            return await found.RunAsync(verb.Words, Console.Out, stop.Token);
        }
    }
}
