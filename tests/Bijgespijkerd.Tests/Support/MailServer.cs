using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A letter as the server took it.</summary>
public sealed record TakenLetter(IReadOnlyList<string> To, string From, bool IsSecure, string? User, string Raw)
{
    public IReadOnlyList<string> Lines => Raw.Split("\r\n");

    /// <summary>The head, with what was folded on one line again.</summary>
    public IReadOnlyList<string> Head => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n");

    public string? Header(string name) => Head.Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).SingleOrDefault();
}

/// <summary>A real mail server: npm's smtp-server, in a process of its own, on a port the system chose.</summary>
public sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly System.Diagnostics.Process _process;

    private MailServer(System.Diagnostics.Process process, X509Certificate2? certificate) => (_process, Certificate) = (process, certificate);

    public int Port { get; private set; }

    /// <summary>Its own, that nobody vouches for; null when it speaks without TLS.</summary>
    public X509Certificate2? Certificate { get; }

    public static async Task<MailServer> StartAsync(bool withTls = false)
    {
        var certificate = withTls ? MakeCertificate() : null;
        var server = new MailServer(Start(), certificate);
        await server._process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(certificate is null
            ? new Dictionary<string, string>()
            : new Dictionary<string, string> { ["key"] = certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem(), ["cert"] = certificate.ExportCertificatePem() }));
        server.Port = (await server.SaidAsync()).GetProperty("port").GetInt32();
        return server;
    }

    /// <summary>The next letter that it took.</summary>
    public async Task<TakenLetter> NextAsync()
    {
        var said = await SaidAsync();
        return new(
            [.. said.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)], said.GetProperty("from").GetString()!, said.GetProperty("secure").GetBoolean(),
            said.GetProperty("user").GetString(), Encoding.Latin1.GetString(Convert.FromBase64String(said.GetProperty("raw").GetString()!)));
    }

    /// <summary>Until it holds on to a letter for somebody slow.</summary>
    public async Task WaitsAsync() => (await SaidAsync()).GetProperty("waits");

    public Task LetGoAsync() => _process.StandardInput.WriteLineAsync("los");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await _process.WaitForExitAsync(patience.Token);
        _process.Dispose();
        Certificate?.Dispose();
    }

    private async Task<JsonElement> SaidAsync()
    {
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException("The mail server did not start. Run 'npm ci' in tests/Bijgespijkerd.Tests; it needs Node 20.");
        return JsonDocument.Parse(line).RootElement;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static System.Diagnostics.Process Start()
    {
        var start = new ProcessStartInfo("node", [Repository.Path("tests/Bijgespijkerd.Tests/Platform/Mail/smtp.mjs")])
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
            throw new InvalidOperationException("Node is missing: the tests of letters need Node 20.", missing);
        }
    }
}
