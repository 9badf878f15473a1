namespace Bijgespijkerd.Web.Site.Carrying;

/// <summary>WordPress numbers comments and mentions in one row, this site in two: in a file, mentions come after every comment.</summary>
public static class MentionNumber
{
    private const long First = 2_000_000_000;

    public static long Of(long mention) => First + mention;

    /// <summary>Null when the file has it from elsewhere.</summary>
    public static long? Read(long number) => number > First ? number - First : null;
}
