using System.Text;
using System.Text.Json;
using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.Panel;

/// <summary>What the page of an import shows of its report.</summary>
public sealed record ImportSummary(IReadOnlyList<SummaryCount> Counts, IReadOnlyList<SummaryNotes> Notes, IReadOnlyList<string> Skipped)
{
    private const int Shown = 3;

    public static ImportSummary Of(ImportReport report) => new(
        [.. Enum.GetValues<Imported>().Select(what => new SummaryCount(Name(what), report.New(what), report.Known(what)))],
        [.. report.Notes.GroupBy(n => n.What).OrderByDescending(kind => kind.First().IsLoss).Select(kind => new SummaryNotes(report.NoteCounts[kind.Key], kind.First().IsLoss, [.. kind.Take(Shown).Select(NoteWords.Dutch)]))],
        [.. report.Skipped.Select(s => $"{s.Value} × {s.Key}")]);

    public static ImportSummary? Read(string text) => text.Length == 0 ? null : JsonSerializer.Deserialize<ImportSummary>(text);

    /// <summary>The whole report, for who takes it along.</summary>
    public static string Lines(ImportReport report)
    {
        var text = new StringBuilder();
        foreach (var what in Enum.GetValues<Imported>())
        {
            text.AppendLine(string.Format(SiteClock.Dutch, ImportTexts.ReportCount, Name(what), report.New(what), report.Known(what)));
        }

        foreach (var (kind, count) in report.Skipped)
        {
            text.AppendLine(string.Format(SiteClock.Dutch, ImportTexts.ReportSkipped, count, kind));
        }

        foreach (var line in report.NoteLines(n => (n.IsLoss ? ImportTexts.ReportLoss : ImportTexts.ReportNote) + " " + NoteWords.Dutch(n), ImportTexts.ReportMore))
        {
            text.AppendLine(line);
        }

        return text.ToString();
    }

    public string Write() => JsonSerializer.Serialize(this);

    private static string Name(Imported what) => what switch
    {
        Imported.Authors => ImportTexts.Authors,
        Imported.Categories => ImportTexts.Categories,
        Imported.Tags => ImportTexts.Tags,
        Imported.Posts => ImportTexts.Posts,
        Imported.Pages => ImportTexts.Pages,
        Imported.Comments => ImportTexts.Comments,
        Imported.Mentions => ImportTexts.Mentions,
        _ => ImportTexts.Pictures,
    };
}

public sealed record SummaryCount(string What, int New, int Known);

/// <summary>Notes of one kind: how many, and the first of them.</summary>
public sealed record SummaryNotes(int Count, bool IsLoss, IReadOnlyList<string> First);
