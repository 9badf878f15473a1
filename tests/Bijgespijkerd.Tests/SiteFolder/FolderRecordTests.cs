using System.Text;
using Bijgespijkerd.Web.SiteFolder.Format;

namespace Bijgespijkerd.Tests.SiteFolder;

/// <summary>What is written is read again to the last character, and what nobody wrote so is told in one line.</summary>
public sealed class FolderRecordTests
{
    public static TheoryData<string> Texts { get; } =
    [
        "Gewoon.", "---", "\n---\n", "~~~", "~~~~\r\n~~~", "a\r\nb", "a\rb", "\r", "\n", "\n\n", " spaties ", "eind  \n", "\"ja\"", "\"", "a: b", "👩‍👩‍👧", "\u2028", "\uFEFF", "\u0085", "\0", "\t", "\\n", "é ĳ 漢", "~~~~~~~~\n~~~~~~~\n",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void A_field_and_a_text_come_back_to_the_last_character(string text)
    {
        var told = new FolderRecord { Text = text }.Add("een", text).Add("twee", "vast");

        var records = Read(Write(w =>
        {
            w.Head("Een kop");
            w.Write(told);
            w.Write(new FolderRecord().Add("een", "volgende"));
        }));

        Assert.Equal([text, null], records.Select(r => r.Record!.Text.Length > 0 ? r.Record.Text : null));
        Assert.Equal([text, "volgende"], records.Select(r => r.Record!.Find("een")));
        Assert.Equal("vast", records[0].Record!.Find("twee"));
    }

    [Theory, MemberData(nameof(Texts)), InlineData("")]
    public void The_text_behind_its_fields_comes_back_to_the_last_character(string text)
    {
        using var reader = Reader(Write(w => w.WriteWhole(new FolderRecord { Text = text }.Add("een", "---"))));

        var record = reader.Whole();

        Assert.Equal((text, "---"), (record.Text, record.Find("een")));
    }

    [Theory]
    [InlineData("---\r\neen: 1\r\n~~~\r\nTekst\r\n~~~\r\n", "1")]
    [InlineData("\uFEFF---\neen: 1\n~~~\nTekst\n~~~", "1")]
    [InlineData("\uFEFF# Kop\n\n---\n een :  1  \n\n~~~~\nTekst\n~~~~", "1")]
    public void What_an_editor_makes_of_it_is_still_read(string file, string value)
    {
        var record = Assert.Single(Read(Encoding.UTF8.GetBytes(file))).Record!;

        Assert.Equal((value, "Tekst"), (record.Find("een"), record.Text.TrimEnd('\r')));
    }

    [Theory]
    [InlineData("---\neen\n---\ntwee: 2\n", "line 2: this is no line 'name: value'")]
    [InlineData("---\neen: \"half\n---\ntwee: 2\n", "line 2: this is no line 'name: value'")]
    [InlineData("---\neen\n~~~\n---\ntwee: 3\n~~~\n---\ntwee: 2\n", "line 2: this is no line 'name: value'")]
    public void A_record_that_cannot_be_read_keeps_no_other_away(string file, string fault)
    {
        var records = Read(Encoding.UTF8.GetBytes(file));

        Assert.Equal([fault, null], records.Select(r => r.Fault));
        Assert.Equal("2", records[1].Record!.Find("twee"));
    }

    [Theory]
    [InlineData("---\neen: 1\n~~~\nTekst\n", "line 1: its text does not end")]
    [InlineData("---\neen: \xff\n", "it is not written in UTF-8")]
    public void What_does_not_end_or_is_no_text_is_told(string file, string fault) =>
        Assert.Equal(fault, Read(Encoding.Latin1.GetBytes(file)).Last().Fault);

    [Theory]
    [InlineData("con", "_con")]
    [InlineData("lpt1", "_lpt1")]
    [InlineData("een-plan", "een-plan")]
    [InlineData("../../etc", "_")]
    [InlineData("EEN", "_")]
    public void A_name_is_safe_everywhere(string slug, string begins)
    {
        var name = FolderNames.File(slug);

        Assert.StartsWith(begins, name, StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9_-]+$", name);
    }

    private static byte[] Write(Action<RecordWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new RecordWriter(stream))
        {
            write(writer);
        }

        return stream.ToArray();
    }

    private static List<ReadRecord> Read(byte[] file)
    {
        using var reader = Reader(file);
        return [.. reader.Records()];
    }

    private static RecordReader Reader(byte[] file) => new(new MemoryStream(file));
}
