using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A real server to sign in with: npm's oidc-provider, in a process of its own, on a port the system chose.</summary>
public sealed class SignInServer : IAsyncLifetime
{
    public const string Name = "Dorpsplein";

    private System.Diagnostics.Process? _process;

    public Uri Address { get; private set; } = null!;

    /// <summary>A site's settings to sign in here, as the service of that name.</summary>
    public (string Key, string Value)[] As(string section) =>
    [
        ($"SignIn:{section}:Name", section == "Generic" ? Name : section),
        ($"SignIn:{section}:ClientId", section == "LinkedIn" ? "blog zonder bewijs" : "blog"),
        ($"SignIn:{section}:ClientSecret", "geheim van het blog"),
        ($"SignIn:{section}:AuthorizationEndpoint", $"{Address}auth"),
        ($"SignIn:{section}:TokenEndpoint", $"{Address}token"),
        ($"SignIn:{section}:UserInformationEndpoint", $"{Address}me"),
    ];

    public async Task InitializeAsync()
    {
        _process = Start();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("port ", StringComparison.Ordinal))
            {
                Address = new Uri($"http://127.0.0.1:{line["port ".Length..]}/");
                await AllowAsync(TestBlog.Address, "generic", "google", "microsoft", "linkedin");
                return;
            }
        }

        throw new InvalidOperationException("The server to sign in with did not start. Run 'npm ci' in tests/Bijgespijkerd.Tests; it needs Node 20.");
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await _process.WaitForExitAsync(patience.Token);
            _process.Dispose();
        }
    }

    /// <summary>The site at this address may be gone back to, at exactly its own addresses.</summary>
    public async Task AllowAsync(string site, params string[] services)
    {
        foreach (var service in services)
        {
            await PutAsync("adres", $"{site}/inloggen/{service}/terug");
        }
    }

    /// <summary>What it says of somebody.</summary>
    public Task KnowsAsync(string who, string name, string? email = null, bool isVerified = false, string? picture = null) =>
        PutAsync("mensen/" + Uri.EscapeDataString(who), JsonSerializer.Serialize(new Dictionary<string, object?> { ["name"] = name, ["email"] = email, ["email_verified"] = isVerified, ["picture"] = picture }));

    /// <summary>The code verifiers with which tokens were asked for.</summary>
    public async Task<IReadOnlyList<string>> VerifiersAsync()
    {
        using var client = Browser();
        return JsonSerializer.Deserialize<List<string>>(await client.GetStringAsync(new Uri("bewijzen", UriKind.Relative)))!;
    }

    /// <summary>How often somebody's picture was asked for.</summary>
    public async Task<string> PicturesAsync()
    {
        using var client = Browser();
        return await client.GetStringAsync(new Uri("gezien", UriKind.Relative));
    }

    /// <summary>A browser at the service: its cookies are its own.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }, disposeHandler: true) { BaseAddress = Address };

    private async Task PutAsync(string path, string text)
    {
        using var client = Browser();
        (await client.PutAsync(new Uri(path, UriKind.Relative), new StringContent(text, Encoding.UTF8))).EnsureSuccessStatusCode();
    }

    private static System.Diagnostics.Process Start()
    {
        var start = new ProcessStartInfo("node", [Repository.Path("tests/Bijgespijkerd.Tests/Accounts/External/provider.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var process = System.Diagnostics.Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("Node is missing: the tests of signing in with other services need Node 20.", missing);
        }
    }
}
