namespace Bijgespijkerd.Web.Authors;

public sealed class Author
{
    private readonly List<AuthorLink> _links = [];

    private Author() { }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Bio { get; private set; } = "";
    public string? PicturePath { get; private set; }

    /// <summary>1 to 6: the ground of the drawn avatar.</summary>
    public int Tint { get; private set; }

    public string? Source { get; private set; }
    public long? SourceId { get; private set; }

    public IReadOnlyList<AuthorLink> Links => _links;

    public static Author Named(string name, string slug, string bio, int tint) =>
        new() { Name = name, Slug = slug, Bio = bio, Tint = tint };

    public void ComesFrom(string source, long sourceId) => (Source, SourceId) = (source, sourceId);

    /// <summary>The number it had on the site it comes from, which nobody has here.</summary>
    public void Numbered(long id) => Id = id;

    public void Link(string label, string address) => _links.Add(new AuthorLink(label, address));

    public void Picture(string path) => PicturePath = path;

    public void NoPicture() => PicturePath = null;

    public void Introduce(string name, string bio) => (Name, Bio) = (name, bio);

    /// <summary>Gives the author a new address and returns the old one, to be kept for ever.</summary>
    public FormerAuthor MoveTo(string slug)
    {
        var former = FormerAuthor.Of(this, Slug);
        Slug = slug;
        return former;
    }

    /// <summary>Links that stay are left alone, so that only changes are saved.</summary>
    public void LinkOnly(IReadOnlyList<(string Label, string Address)> links)
    {
        if (!links.SequenceEqual(_links.OrderBy(l => l.Id).Select(l => (l.Label, l.Address))))
        {
            _links.Clear();
            _links.AddRange(links.Select(l => new AuthorLink(l.Label, l.Address)));
        }
    }
}

public sealed class AuthorLink
{
    private AuthorLink() { }

    internal AuthorLink(string label, string address) => (Label, Address) = (label, address);

    public long Id { get; private set; }
    public long AuthorId { get; private set; }
    public string Label { get; private set; } = "";
    public string Address { get; private set; } = "";
}
