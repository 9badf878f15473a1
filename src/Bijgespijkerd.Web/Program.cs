using Bijgespijkerd.Web;
using System.Globalization;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Blocks;
using Bijgespijkerd.Web.Filtering;
using Bijgespijkerd.Web.Following;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Demo;
using Bijgespijkerd.Web.Editing;
using Bijgespijkerd.Web.Import;
using Bijgespijkerd.Web.Live;
using Bijgespijkerd.Web.Mailroom;
using Bijgespijkerd.Web.Media;
using Bijgespijkerd.Web.Moderation;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Outgoing;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Verbs;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Bijgespijkerd.Web.Privacy;
using Bijgespijkerd.Web.Profiles;
using Bijgespijkerd.Web.Site;
using Bijgespijkerd.Web.SiteSettings;
using Bijgespijkerd.Web.Topics;
using Microsoft.Data.Sqlite;

if (PictureProgram.IsAsked(args))
{
    return PictureProgram.Run(args);
}

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = SiteClock.Dutch;
try
{
    var (verb, rest) = Verb.Split(args);
    if (verb.IsServe)
    {
        HeadStart.Begin();
    }

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ProgramFolder.WithoutWatching(rest), ContentRootPath = ProgramFolder.Of(args) });
    var inForce = new SettingsInForce(builder.Configuration, builder.Environment.IsProduction() && verb.IsServe);
    var settings = inForce.Now;
    builder.AddBlogLogging(settings, verb);
    builder.AddBlogWeb(inForce);
    builder.Services.AddBlogData(builder.Configuration, settings);
    builder.Services.AddMediaStore();
    builder.Services.AddOutgoing();
    builder.Services.AddMail(settings.Mail);
    builder.Services.AddFeatures(settings);

    var app = builder.Build();
    if (!verb.IsServe)
    {
        return await app.RunVerbAsync(verb);
    }

    app.UseBlogWeb(settings);
    await app.Services.GetRequiredService<DatabaseStart>().RunAsync(settings.MigrateOnStart, app.Lifetime.ApplicationStopping);
    await app.Services.GetRequiredService<DemoSite>().LoadIfWantedAsync(app.Lifetime.ApplicationStopping);
    var first = app.Services.GetRequiredService<FirstAdministrator>();
    var link = await first.LinkAsync(app.Lifetime.ApplicationStopping);
    await app.StartAsync();
    app.SayWhere(inForce.Now);
    first.Say(link);
    HeadStart.Pages(app.Services);
    await app.WaitForShutdownAsync();
    var check = app.Services.GetRequiredService<WholeCheckWorker>();
    await app.DisposeAsync();
    check.Verdict();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SqliteException)
{
    await Console.Error.WriteLineAsync("It cannot start: " + failed.Message);
    return 1;
}

#pragma warning disable CA1515 // The tests start it by this name.
public sealed partial class Program;
