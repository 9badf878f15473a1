namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Longest stored texts, in UTF-16 units; the database holds the same limits as check constraints.</summary>
public static class Limits
{
    public const int Title = 200;
    public const int Slug = 80;
    public const int Summary = 500;
    public const int Article = 500_000;
    public const int Name = 100;
    public const int Email = 254;
    public const int Address = 500;
    public const int Comment = 10_000;
    public const int Bio = 2_000;
    public const int Description = 500;
    public const int Reason = 500;
    public const int SenderAddress = 64;
}
