using Bijgespijkerd.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bijgespijkerd.Web.Platform.Data;

/// <summary>Every moment is stored as UTC milliseconds since 1970: SQLite's provider cannot order a DateTimeOffset.</summary>
public sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(),
    stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

public sealed class SafeHtmlText() : ValueConverter<SafeHtml, string>(
    html => html.Value,
    stored => new SafeHtml(stored));
