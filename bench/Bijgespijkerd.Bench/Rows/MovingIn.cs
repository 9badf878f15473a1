using System.Globalization;
using System.Xml;
using Bijgespijkerd.Bench.Data;
using Bijgespijkerd.Bench.Report;
using Bijgespijkerd.Bench.Running;

namespace Bijgespijkerd.Bench.Rows;

/// <summary>A WordPress blog of 1 000 posts and 50 000 comments moves in by one command; what that takes, and what it costs in memory.</summary>
public sealed class MovingIn(Folders folders, Children children, Table table)
{
    public const string Group = "import";

    private const string Wp = "http://wordpress.org/export/1.2/";
    private const int Posts = 1_000;
    private const int CommentsOfEach = 50;
    private const int MostSeconds = 60;
    private const int MostMegabytes = 300;
    private const ulong Seed = 61;

    public async Task RunAsync(CancellationToken cancel)
    {
        var folder = folders.Fresh("import");
        var file = Path.Combine(folder, "export.xml");
        Write(file);
        var words = new[] { "import", "wordpress", file, "--Blog:DataDirectory=" + Path.Combine(folder, "site"), "--Blog:BaseUrl=" + Servers.Origin };
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Production" };

        var (seconds, megabytes) = await MeasureAsync(words, environment, cancel);
        var size = new FileInfo(file).Length / 1_000_000d;
        table.Add(new(Group, $"{Posts:#,0} posts, {Posts * CommentsOfEach:#,0} comments", $"{seconds:0.0} s", null, null, $"<= {MostSeconds} s", seconds <= MostSeconds) { Note = $"a file of {size:0} MB" });
        table.Add(new(Group, "memory while they come", $"{megabytes:0} MB", null, null, $"<= {MostMegabytes} MB", megabytes <= MostMegabytes));
        var (again, _) = await MeasureAsync(words, environment, cancel);
        table.Add(new(Group, "the same file again", $"{again:0.0} s", null, null, "changes nothing", null));
    }

    private async Task<(double Seconds, double Megabytes)> MeasureAsync(string[] words, Dictionary<string, string> environment, CancellationToken cancel)
    {
        var since = TimeProvider.System.GetTimestamp();
        using var process = children.Start(folders.Program, words, environment);
        var (output, errors, most) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel), 0d);
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!process.HasExited && await looks.WaitForNextTickAsync(cancel))
        {
            most = Math.Max(most, Resident(process.Id));
        }

        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? (TimeProvider.System.GetElapsedTime(since).TotalSeconds, most) : throw new BenchException($"The import failed: {await output} {await errors}");
    }

    /// <summary>The most that the system says it ever held.</summary>
    private static double Resident(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1_000;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static void Write(string file)
    {
        var dice = new Dice(Seed);
        var (talk, comment) = (new DutchText(dice), 0L);
        using var xml = XmlWriter.Create(file);
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("xmlns", "wp", null, Wp);
        xml.WriteAttributeString("xmlns", "content", null, "http://purl.org/rss/1.0/modules/content/");
        xml.WriteStartElement("channel");
        xml.WriteElementString("wxr_version", Wp, "1.2");
        xml.WriteElementString("base_blog_url", Wp, "https://oud.voorbeeld.test");
        for (var post = 1; post <= Posts; post++)
        {
            xml.WriteStartElement("item");
            xml.WriteElementString("title", string.Create(CultureInfo.InvariantCulture, $"Artikel {post}"));
            xml.WriteElementString("link", string.Create(CultureInfo.InvariantCulture, $"https://oud.voorbeeld.test/artikel-{post}/"));
            xml.WriteElementString("encoded", "http://purl.org/rss/1.0/modules/content/", talk.Article());
            Leaf(xml, "post_id", post);
            Leaf(xml, "post_name", $"artikel-{post}");
            Leaf(xml, "post_date_gmt", "2012-04-05 06:07:08");
            Leaf(xml, "status", "publish");
            Leaf(xml, "comment_status", "open");
            Leaf(xml, "post_type", "post");
            for (var n = 0; n < CommentsOfEach; n++)
            {
                comment++;
                xml.WriteStartElement("comment", Wp);
                Leaf(xml, "comment_id", comment);
                Leaf(xml, "comment_author", talk.Name());
                Leaf(xml, "comment_author_email", $"lezer{dice.Next(5_000)}@voorbeeld.test");
                Leaf(xml, "comment_date_gmt", string.Create(CultureInfo.InvariantCulture, $"2012-04-06 {n / 60:00}:{n % 60:00}:00"));
                Leaf(xml, "comment_content", talk.Comment());
                Leaf(xml, "comment_approved", 1);
                Leaf(xml, "comment_parent", n > 0 && dice.Next(10) < 6 ? comment - 1 - dice.Next(n) : 0);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Leaf(XmlWriter xml, string name, object value) => xml.WriteElementString(name, Wp, Convert.ToString(value, CultureInfo.InvariantCulture));
}
