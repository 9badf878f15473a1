using Bijgespijkerd.Web.Import.WordPress.Media;
using Bijgespijkerd.Web.Import.WordPress.Wxr;

namespace Bijgespijkerd.Web.Import.WordPress;

/// <summary>
/// The first reading of the files: how much there is, and what may stand anywhere in them and belongs before everything else, whichever
/// of several files it stands in.
/// </summary>
public sealed class ImportSurvey
{
    private readonly Dictionary<string, OldSite> _sites = new(StringComparer.Ordinal);

    public int Items { get; private set; }
    public int Comments { get; private set; }

    /// <summary>The files that can be read at all, with the faults further on.</summary>
    public IReadOnlyCollection<OldSite> Sites => _sites.Values;

    /// <exception cref="WxrException">It is no export at all.</exception>
    public void Read(string path, CancellationToken cancel)
    {
        using var file = File.OpenRead(path);
        var before = new List<WxrEntry>();
        OldSite? site = null;
        try
        {
            using var reader = new WxrReader(file);
            foreach (var entry in reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                if (entry is WxrSite { Address: var address })
                {
                    site = SiteAt(address);
                    before.ForEach(site.Take);
                }
                else if (site is null)
                {
                    before.Add(entry);
                }
                else
                {
                    site.Take(entry);
                    Count(entry);
                }
            }
        }
        catch (WxrException) when (site is not null)
        {
            // The second reading tells where and why, once all before it is stored.
        }
        catch (WxrException e)
        {
            throw new WxrException(e.Message) { File = path };
        }
    }

    public OldSite SiteAt(string address)
    {
        var key = OldSite.KeyOf(address);
        return _sites.TryGetValue(key, out var site) ? site : _sites[key] = new OldSite(address);
    }

    private void Count(WxrEntry entry)
    {
        if (entry is WxrItem item)
        {
            Items++;
            Comments += item.Comments.Count;
        }
    }
}

/// <summary>One site that moves in, out of as many files as it takes.</summary>
public sealed class OldSite(string address)
{
    private readonly Dictionary<string, WxrAuthor> _authors = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(bool IsCategory, string Name), WxrTopic> _topics = [];
    private const int MostBlocks = 1_000;
    private const int LongestBlock = 100_000;

    private readonly Dictionary<long, OldAttachment> _attachments = [];
    private readonly Dictionary<long, string> _blocks = [];

    /// <summary>As the first file says it.</summary>
    public string Address => address;

    public IReadOnlyCollection<WxrAuthor> Authors => _authors.Values;
    public IReadOnlyCollection<WxrTopic> Topics => _topics.Values;
    public IReadOnlyDictionary<long, OldAttachment> Attachments => _attachments;

    /// <summary>Texts that posts show by their number.</summary>
    public IReadOnlyDictionary<long, string> Blocks => _blocks;

    /// <summary>A site that got a certificate, or lost its "www.", is still the same.</summary>
    public static string KeyOf(string address)
    {
        var bare = address[(address.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? at + 2 : 0)..].TrimEnd('/').ToLowerInvariant();
        return bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
    }

    public void Take(WxrEntry entry)
    {
        switch (entry)
        {
            case WxrAuthor author when author.Login.Length > 0:
                _authors.TryAdd(author.Login, author);
                break;
            case WxrTopic topic when topic.Nicename.Length > 0 || topic.Name.Length > 0:
                _topics.TryAdd((topic.IsCategory, topic.Nicename.Length > 0 ? topic.Nicename : topic.Name), topic);
                break;
            case WxrItem { Type: "wp_block", Id: > 0, Content.Length: > 0 and <= LongestBlock } item when _blocks.Count < MostBlocks:
                _blocks.TryAdd(item.Id, item.Content);
                break;
            case WxrItem { IsAttachment: true, Id: > 0, AttachmentUrl.Length: > 0 } item:
                _attachments.TryAdd(item.Id, OldAttachment.Of(item));
                break;
        }
    }
}
