using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Accounts from the console: for the first ones, and for whoever is locked out.</summary>
public sealed class UserVerb(DatabaseStart start, IServiceScopeFactory scopes) : IVerb
{
    private const string Roles = "administrator, editor, author or moderator";

    public string Name => Verb.User.Name;

    public async Task<int> RunAsync(IReadOnlyList<string> words, TextWriter output, CancellationToken cancel)
    {
        var options = Options(words);
        if (words.Count == 0 || options is null)
        {
            return await WrongAsync(output, Verb.User.Usage);
        }

        await start.RunAsync(migrate: true, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<UserChanges>();
        var db = scope.ServiceProvider.GetRequiredService<BlogDb>();
        return words[0] switch
        {
            "list" => await ListAsync(db, output, cancel),
            "add" => await AddAsync(changes, options, output, cancel),
            "disable" => await ChangeAsync(db, options, output, (account, token) => changes.DisableAsync(account.Id, null, token), cancel),
            "enable" => await ChangeAsync(db, options, output, (account, token) => changes.EnableAsync(account.Id, null, token), cancel),
            "link" => await LinkAsync(db, changes, options, output, cancel),
            "role" when RoleOf(options) is { } role => await ChangeAsync(db, options, output, (account, token) => changes.ChangeRoleAsync(account.Id, role, null, token), cancel),
            "role" => await WrongAsync(output, $"--role is {Roles}"),
            _ => await WrongAsync(output, Verb.User.Usage),
        };
    }

    private static async Task<int> AddAsync(UserChanges changes, Dictionary<string, string> options, TextWriter output, CancellationToken cancel)
    {
        var fields = new AccountFields(options.GetValueOrDefault("name"), options.GetValueOrDefault("email"));
        if (fields.Faults().Count > 0 || RoleOf(options) is not { } role)
        {
            return await WrongAsync(output, $"user add needs --email with an address, --name with a name, and --role with {Roles}");
        }

        if (await changes.InviteAsync(fields.Name, fields.Email, role, null, cancel) is not { } link)
        {
            await output.WriteLineAsync($"{fields.Email} has an account already.");
            return 1;
        }

        await output.WriteLineAsync($"{fields.Name} can set a password for a week at {link}");
        return 0;
    }

    private static async Task<int> ListAsync(BlogDb db, TextWriter output, CancellationToken cancel)
    {
        foreach (var account in await db.Accounts.Where(a => a.Role != Role.Reader).OrderBy(a => a.EmailKey).ToListAsync(cancel))
        {
            await output.WriteLineAsync($"{account.Email}  {account.Name}  {account.Role.ToString().ToLowerInvariant()}{(account.IsDisabled ? "  disabled" : "")}");
        }

        return 0;
    }

    private static async Task<int> LinkAsync(BlogDb db, UserChanges changes, Dictionary<string, string> options, TextWriter output, CancellationToken cancel)
    {
        if (await FindAsync(db, options, cancel) is not { } account || await changes.InviteAgainAsync(account.Id, null, cancel) is not var (_, link))
        {
            return await NobodyAsync(output);
        }

        await output.WriteLineAsync($"{account.Name} can set a new password for a week at {link}");
        return 0;
    }

    private static async Task<int> ChangeAsync(
        BlogDb db, Dictionary<string, string> options, TextWriter output, Func<Account, CancellationToken, Task<UserChange>> change, CancellationToken cancel)
    {
        if (await FindAsync(db, options, cancel) is not { } account)
        {
            return await NobodyAsync(output);
        }

        var outcome = await change(account, cancel);
        await output.WriteLineAsync(outcome == UserChange.Done ? $"Done: {account.Email}." : "This is the only administrator who can sign in: make another first.");
        return outcome == UserChange.Done ? 0 : 1;
    }

    private static async Task<Account?> FindAsync(BlogDb db, Dictionary<string, string> options, CancellationToken cancel)
    {
        var key = EmailAddress.Key(options.GetValueOrDefault("email") ?? "");
        return await db.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key, cancel);
    }

    private static Role? RoleOf(Dictionary<string, string> options) =>
        Accounts.Roles.Read(options.GetValueOrDefault("role"), ignoreCase: true);

    /// <summary>Null when something else stands between the options.</summary>
    private static Dictionary<string, string>? Options(IReadOnlyList<string> words)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i += 2)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || i + 1 >= words.Count)
            {
                return null;
            }

            options[words[i][2..]] = words[i + 1];
        }

        return options;
    }

    private static async Task<int> NobodyAsync(TextWriter output)
    {
        await output.WriteLineAsync("Nobody has this --email.");
        return 1;
    }

    private static async Task<int> WrongAsync(TextWriter output, string usage)
    {
        await output.WriteLineAsync(usage);
        return 2;
    }
}
