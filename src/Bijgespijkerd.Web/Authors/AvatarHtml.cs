using System.Globalization;
using System.Text.Encodings.Web;
using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Authors;

/// <summary>The picture of an author, or their initials on their own ground.</summary>
/// <param name="size">A class of the style sheet, or nothing.</param>
public sealed class AvatarHtml(AuthorBox author, string size) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (author.Picture is { } picture)
        {
            writer.Write("<img class=\"avatar ");
            writer.Write(size);
            writer.Write("\" src=\"");
            encoder.Encode(writer, picture);
            writer.Write("\" alt=\"\" width=\"64\" height=\"64\">\n");
            return;
        }

        writer.Write("<span class=\"avatar a");
        writer.Write(author.Tint.ToString(CultureInfo.InvariantCulture));
        writer.Write(' ');
        writer.Write(size);
        writer.Write("\" aria-hidden=\"true\">");
        encoder.Encode(writer, PersonName.Initials(author.Name));
        writer.Write("</span>\n");
    }
}
