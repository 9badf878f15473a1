using Bijgespijkerd.Web.Import.WordPress;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Web;

namespace Bijgespijkerd.Web.Import.Panel;

public sealed record ImportListPage(IReadOnlyList<ImportJob> Jobs, string? Fault) : IPanelPage
{
    public const string Path = "/beheer/import";

    public PanelHead Head { get; } = new(ImportTexts.Title, "import");

    public static string PathOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}");
}

/// <param name="Progress">Null while nothing is done about it.</param>
/// <param name="Summary">Of the last look or run.</param>
public sealed record ImportJobPage(ImportJob Job, ImportProgress? Progress, ImportSummary? Summary) : IPanelPage
{
    public PanelHead Head { get; } = new(ImportTexts.Title, "import");

    public string Path => ImportListPage.PathOf(Job.Id);

    public string Heading => StateWords(Job.State);

    public int Percent => Progress?.Percent ?? 0;

    /// <summary>61%, nog ongeveer 2 minuten</summary>
    public string Stand => Progress?.Remaining is { } left
        ? string.Format(SiteClock.Dutch, left.TotalSeconds < 90 ? ImportTexts.LeftSeconds : ImportTexts.LeftMinutes, Percent, left.TotalSeconds < 90 ? Math.Max(1, (int)left.TotalSeconds) : (int)Math.Round(left.TotalMinutes))
        : string.Format(SiteClock.Dutch, ImportTexts.PercentOnly, Percent);

    public IReadOnlyList<ImportStepRow> Steps => Progress is not { } progress ? [] :
    [
        new(ImportTexts.StepReading, ImportFiles.Size(Job.Bytes), progress.Step > ImportStep.Reading, progress.Step == ImportStep.Reading, 0, 0),
        new(ImportTexts.StepPeople, "", progress.Step > ImportStep.People, progress.Step == ImportStep.People, 0, 0),
        new(ImportTexts.StepItems, Of(progress.Items, progress.AllItems), progress.Step > ImportStep.Posts, progress.Step == ImportStep.Posts, progress.Items, progress.AllItems),
        new(ImportTexts.Comments, Of(progress.Comments, progress.AllComments), progress.Step > ImportStep.Posts, progress.Step == ImportStep.Posts, progress.Comments, progress.AllComments),
    ];

    public static string StateWords(ImportJobState state) => state switch
    {
        ImportJobState.Sent or ImportJobState.Looking => ImportTexts.StateLooking,
        ImportJobState.Looked => ImportTexts.StateLooked,
        ImportJobState.Asked => ImportTexts.StateAsked,
        ImportJobState.Running => ImportTexts.StateRunning,
        ImportJobState.Done => ImportTexts.StateDone,
        ImportJobState.Refused => ImportTexts.StateRefused,
        _ => ImportTexts.StateStopped,
    };

    private static string Of(int done, int all) => string.Format(SiteClock.Dutch, ImportTexts.NumberOf, SiteClock.Number(done), SiteClock.Number(all));
}

public sealed record ImportStepRow(string What, string Number, bool IsDone, bool IsNow, int Value, int All)
{
    public string Class => IsDone ? "done" : IsNow ? "" : "todo-s";
}

public sealed record ImportForm(IFormFile? File);

public sealed record ImportBeginForm(bool Fetch);
