using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail.Outbox;

namespace Bijgespijkerd.Web.Platform.Mail;

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

        services.AddSingleton<IOutboxHandler>(provider => new LetterHandler(LetterKind.Account, provider.GetRequiredService<IMailer>(), provider.GetServices<ILetterCheck>()));
        services.AddSingleton<IOutboxHandler>(provider => new LetterHandler(LetterKind.News, provider.GetRequiredService<IMailer>(), provider.GetServices<ILetterCheck>()));
        services.AddSingleton<Outbox.Outbox>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<Outbox.Outbox>());
        services.AddSingleton<Func<IOutboxHandler, OutboxSending>>(provider => handler => ActivatorUtilities.CreateInstance<OutboxSending>(provider, handler));
        services.AddSingleton<OutboxSenders>();
        services.AddHostedService<OutboxWorker>();
    }
}
