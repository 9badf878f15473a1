using System.Text;

namespace Bijgespijkerd.Web.SiteFolder.Format;

/// <summary>Writes a file of the folder, in UTF-8 with line feeds.</summary>
internal sealed class RecordWriter(Stream stream) : IDisposable
{
    private readonly StreamWriter _out = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)) { NewLine = "\n" };

    /// <summary>What stands above the records, for who opens the file.</summary>
    public void Head(string title) => _out.WriteLine("# " + title.ReplaceLineEndings(" "));

    /// <summary>One of several in a file.</summary>
    public void Write(FolderRecord record)
    {
        _out.WriteLine();
        Fields(record);
        if (record.Text.Length > 0)
        {
            var fence = RecordText.Fence(record.Text);
            _out.WriteLine(fence);
            _out.Write(record.Text);
            _out.WriteLine();
            _out.WriteLine(fence);
        }
    }

    /// <summary>The only one of its file: everything behind its fields is its text.</summary>
    public void WriteWhole(FolderRecord record)
    {
        Fields(record);
        _out.WriteLine(RecordText.Separator);
        _out.Write(record.Text);
    }

    public void Dispose() => _out.Dispose();

    private void Fields(FolderRecord record)
    {
        _out.WriteLine(RecordText.Separator);
        foreach (var (key, value) in record.Fields)
        {
            _out.Write(key);
            _out.Write(": ");
            _out.WriteLine(RecordText.Value(value));
        }
    }
}
