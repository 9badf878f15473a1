namespace Bijgespijkerd.Web.Editing.Checks;

public enum FindingLevel
{
    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Readers will miss something: publishing asks once more.</summary>
    Error,

    /// <summary>It cannot be published like this.</summary>
    Hard,
}

/// <summary>Something to look at before publishing.</summary>
/// <param name="Field">The id of the field it is about.</param>
/// <param name="Line">The line of the text, when it is about one.</param>
public sealed record Finding(FindingLevel Level, string Field, string Text, int? Line = null);
