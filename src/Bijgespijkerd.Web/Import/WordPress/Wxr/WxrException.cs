using System.Xml;

namespace Bijgespijkerd.Web.Import.WordPress.Wxr;

/// <summary>A file that is not what it should be, in one line for the operator.</summary>
public sealed class WxrException(string message) : Exception(message)
{
    /// <summary>Which of several.</summary>
    public string? File { get; init; }

    public static WxrException NoExport() => new("it is XML, but not a WordPress export (WXR).");

    public static WxrException Nameless() => new("it says nowhere which site it comes from: no wp:base_blog_url and no link.");

    public static WxrException Of(XmlException e) => new(
        e.Message.Contains("DTD", StringComparison.Ordinal)
            ? "it holds a DTD (<!DOCTYPE …>), which no WordPress export needs and which is refused."
            : $"it is not well-formed XML: {e.Message}");
}
