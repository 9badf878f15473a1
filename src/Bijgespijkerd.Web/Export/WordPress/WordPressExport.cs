using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Data.Consistency;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Export.WordPress;

/// <summary>
/// Writes the site as one WordPress export, as it is at one moment: from a copy, since one reading of a site that is written to would keep
/// the database's log from being taken in for as long as it lasts. The same site gives the same bytes.
/// </summary>
public sealed class WordPressExport(DatabaseFile file, SettingsInForce settings, SiteAddress address, TimeProvider time)
{
    /// <exception cref="ExportRefusedException">There is nothing that could be written.</exception>
    public async Task<ExportReport> RunAsync(string path, TextWriter output, CancellationToken cancel)
    {
        file.RefuseHalfRestored();
        if (settings.Now.BaseUrl is null)
        {
            throw new ExportRefusedException("The file needs the site's public address: set Blog:BaseUrl, or give it here as --Blog:BaseUrl=https://voorbeeld.nl");
        }

        if (!File.Exists(file.Path))
        {
            throw new ExportRefusedException($"There is no database at {file.Path}.");
        }

        using var half = HalfFile.Begin(path);
        using var copy = LookedAtCopy.Of(file);
        await using var db = copy.Open();
        if (!await SchemaUpdate.IsCurrentAsync(db, cancel))
        {
            throw new ExportRefusedException("The schema is of another version of this program: run the verb migrate, or the version that belongs to it.");
        }

        var report = await WriteAsync(db, half.Stream, output, cancel);
        half.Keep();
        return report;
    }

    private async Task<ExportReport> WriteAsync(BlogDb db, Stream stream, TextWriter output, CancellationToken cancel)
    {
        // The copy is nobody else's: what leads to one place is found there without a look through all addresses each time.
        await db.Database.ExecuteSqlAsync($"""CREATE INDEX "OldAddressesByTarget" ON "OldAddresses" ("Target")""", cancel);
        var chosen = await db.Settings.Where(s => s.Value != null).ToDictionaryAsync(s => s.Key, s => s.Value!, StringComparer.Ordinal, cancel);
        var inForce = settings.With(chosen).Settings;
        var report = new ExportReport();
        var progress = new ExportProgress(output, time, await db.Posts.CountAsync(cancel), await db.Comments.CountAsync(c => c.State != CommentState.Spam, cancel));
        using var wxr = new WxrWriter(stream);
        wxr.BeginFile();
        await new WxrHead(db, wxr, address, report).WriteAsync(inForce, cancel);
        await new WxrItems(db, wxr, address, new SiteMoments(inForce.TimeZone), report, progress).WriteAsync(cancel);
        wxr.EndFile();
        report.LeaveOut("comments that are spam, which WordPress leaves out too", await db.Comments.CountAsync(c => c.State == CommentState.Spam, cancel));
        report.LeaveOut("mentions that are spam", await db.Mentions.CountAsync(m => m.State == CommentState.Spam, cancel));
        report.LeaveOut("blocks; articles hold what they showed", await db.Blocks.CountAsync(cancel));
        report.LeaveOut("accounts", await db.Accounts.CountAsync(cancel));
        report.ControlCharacters = wxr.LeftOut;
        return report;
    }
}
