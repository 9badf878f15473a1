using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Platform.Web;

/// <summary>Runs of a difference, without a space between that is not theirs.</summary>
internal sealed class DifferenceHtml(IReadOnlyList<DifferenceRun> runs) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var run in runs)
        {
            var mark = run.Kind switch { DifferenceKind.Added => "ins", DifferenceKind.Removed => "del", _ => "span" };
            writer.Write($"<{mark}>");
            encoder.Encode(writer, run.Text);
            writer.Write($"</{mark}>");
        }
    }
}
