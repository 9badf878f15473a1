using System.Xml;

namespace Bijgespijkerd.Text;

/// <summary>The one place that makes an <see cref="XmlReader"/>: no DTD, no entities but XML's own five, nothing fetched.</summary>
public static class StrictXml
{
    /// <summary>A reader without comments and processing instructions, which closes <paramref name="text"/> with itself.</summary>
    /// <param name="text">What is read; characters that XML has not are errors.</param>
    /// <param name="level">A whole document, or a piece of one.</param>
    /// <param name="context">Namespaces that count as declared; none by default.</param>
    /// <exception cref="XmlException">While it is read: not well-formed, or with a DTD.</exception>
    public static XmlReader Read(TextReader text, ConformanceLevel level = ConformanceLevel.Document, XmlParserContext? context = null) => XmlReader.Create(
        text,
        new XmlReaderSettings
        {
            ConformanceLevel = level,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        },
        context);
}
