using System.Threading.Channels;

namespace Bijgespijkerd.Web.Platform.Mail;

/// <summary>Sends letters behind the answer, so that its time tells nobody whether one went out, and a slow mail server holds nobody up.</summary>
public sealed class MailQueue(IMailer mailer, TimeProvider time, ILogger<MailQueue> log) : BackgroundService
{
    private const int Most = 1_000;
    private const int Tries = 4;

    private readonly Channel<Letter> _letters = Channel.CreateBounded<Letter>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Post(Letter letter)
    {
        if (!_letters.Writer.TryWrite(letter))
        {
            log.LogError("Too many letters wait: one was not taken");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var letter in _letters.Reader.ReadAllAsync(stoppingToken))
        {
            await SendAsync(letter, stoppingToken);
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                await mailer.SendAsync(letter, cancel);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                log.LogError(e, "A letter could not be sent, attempt {Attempt} of {Tries}", attempt, Tries);
            }

            if (attempt < Tries)
            {
                await Task.Delay(TimeSpan.FromSeconds(5 * Math.Pow(4, attempt)), time, cancel);
            }
        }
    }
}

public static class MailSetup
{
    public static void AddMail(this IServiceCollection services, MailSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Host is null)
        {
            services.AddSingleton<IMailer, FolderMailer>();
        }
        else
        {
            services.AddSingleton<IMailer, SmtpMailer>();
        }

        services.AddSingleton<MailQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<MailQueue>());
    }
}
