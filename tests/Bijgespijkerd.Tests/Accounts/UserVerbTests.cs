using Bijgespijkerd.Tests.Process;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>Accounts from the console. The verb opens the database itself, so it runs beside no serving site.</summary>
public sealed class UserVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_account_is_added_listed_changed_and_disabled()
    {
        var (added, said) = await RunAsync("add", "--email", "noor@voorbeeld.test", "--name", "Noor Hagedoorn", "--role", "administrator");
        Assert.Equal(0, added);
        Assert.Contains("/wachtwoord/", said, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("add", "--email", "joost@voorbeeld.test", "--name", "Joost", "--role", "author")).Code);
        Assert.Equal(0, (await RunAsync("role", "--email", "joost@voorbeeld.test", "--role", "moderator")).Code);
        Assert.Equal(0, (await RunAsync("disable", "--email", "joost@voorbeeld.test")).Code);
        Assert.Equal("joost@voorbeeld.test  Joost  moderator  disabled\nnoor@voorbeeld.test  Noor Hagedoorn  administrator\n", (await RunAsync("list")).Said.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_last_administrator_is_not_disabled()
    {
        await RunAsync("add", "--email", "noor@voorbeeld.test", "--name", "Noor", "--role", "administrator");

        var (code, said) = await RunAsync("disable", "--email", "noor@voorbeeld.test");

        Assert.Equal(1, code);
        Assert.Contains("only administrator", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "add")]
    [InlineData(2, "add", "--email", "geen adres", "--name", "Noor", "--role", "author")]
    [InlineData(2, "add", "--email", "noor@voorbeeld.test", "--name", "Noor", "--role", "boss")]
    [InlineData(2, "fly", "--email", "noor@voorbeeld.test")]
    [InlineData(2, "add", "noor@voorbeeld.test")]
    [InlineData(1, "disable", "--email", "niemand@voorbeeld.test")]
    public async Task Wrong_usage_is_told_in_a_line(int code, params string[] words)
    {
        var outcome = await RunAsync(words);

        Assert.Equal(code, outcome.Code);
        Assert.Single(outcome.Said.Trim().Split('\n'));
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] words)
    {
        var (code, said, _) = await RunningProgram.RunAsync(["user", .. words, "--Blog:DataDirectory=" + _folder, "--Blog:BaseUrl=https://b.test"]);
        return (code, said);
    }
}
