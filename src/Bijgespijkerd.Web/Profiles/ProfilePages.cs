using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Panel;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Profiles;

/// <summary>Fills the pages of authors.</summary>
public sealed class ProfilePages(BlogDb db, CurrentAccount account)
{
    public const string Path = "/beheer/auteurs";

    public static string PathOf(long id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}");

    public async Task<ProfileListPage> ListAsync(CancellationToken cancel) => new(await Rows().ToListAsync(cancel));

    public ProfilePage New(ProfileForm typed) => new(null, "", typed, null, []) { MayManage = true };

    /// <summary>Null when it is not there, or not for this account.</summary>
    /// <param name="typed">What was typed, when that is to be shown instead of what is stored.</param>
    public async Task<ProfilePage?> EditAsync(long id, ProfileForm? typed, CancellationToken cancel)
    {
        if (!account.MayEdit(id) || await db.Authors.Include(a => a.Links).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } author)
        {
            return null;
        }

        var isAdministrator = Policies.Admits(Policies.Administer, account.Role);
        var choices = isAdministrator ? await db.Accounts.Where(a => a.Role != Role.Moderator && a.Role != Role.Reader && a.AuthorId != id).OrderBy(a => a.Name).Select(a => new ProfileChoice(a.Id, a.Name)).ToListAsync(cancel) : [];
        return new(id, author.Slug, typed ?? ProfileForm.Of(author), await db.Accounts.Where(a => a.AuthorId == id).Select(a => a.Name).SingleOrDefaultAsync(cancel), choices)
        {
            MayManage = Policies.Admits(Policies.EditAll, account.Role),
            MayLink = isAdministrator,
        };
    }

    /// <summary>Null when it is not there.</summary>
    public async Task<ProfileEndPage?> EndAsync(long id, string title, string? fault, CancellationToken cancel)
    {
        var all = await Rows().ToListAsync(cancel);
        if (all.Find(r => r.Id == id) is not { } row)
        {
            return null;
        }

        return new(row, [.. all.Where(r => r.Id != id).Select(r => new ProfileChoice(r.Id, r.Name))], fault)
        {
            Head = new PanelHead(string.Format(SiteClock.Dutch, title, row.Name), "auteurs"),
        };
    }

    private IQueryable<ProfileRow> Rows() => db.Authors.OrderBy(a => EF.Functions.Collate(a.Name, "NOCASE")).ThenBy(a => a.Id).Select(a => new ProfileRow(
        a.Id, a.Name, a.Slug, db.Accounts.Where(c => c.AuthorId == a.Id).Select(c => c.Name).FirstOrDefault(), db.Posts.Count(p => p.AuthorId == a.Id)));
}

/// <param name="Account">Who writes as this author; null for a guest.</param>
/// <param name="Articles">In any state, pages included.</param>
public sealed record ProfileRow(long Id, string Name, string Slug, string? Account, int Articles);

public sealed record ProfileChoice(long Id, string Name);

public sealed record ProfileListPage(IReadOnlyList<ProfileRow> Rows) : IPanelPage
{
    public PanelHead Head { get; } = new(ProfileTexts.Authors, "auteurs");
}

/// <summary>The form of one author; without an id it is new.</summary>
/// <param name="Slug">As readers know it now.</param>
/// <param name="Accounts">Those that could write as this author.</param>
public sealed record ProfilePage(long? Id, string Slug, ProfileForm Typed, string? Account, IReadOnlyList<ProfileChoice> Accounts) : IPanelPage
{
    private const int EmptyLines = 2;

    public PanelHead Head { get; } = new(Id is null ? ProfileTexts.New : Typed.Name is { Length: > 0 } name ? name : ProfileTexts.Authors, "auteurs") { Scripts = ["kiezen.js"] };

    public IReadOnlyDictionary<string, string> Errors { get; init; } = FormErrors.None;
    public bool MayManage { get; init; }
    public bool MayLink { get; init; }

    public string Path => Id is { } id ? ProfilePages.PathOf(id) : ProfilePages.Path + "/nieuw";

    /// <summary>The links there are, and room for more.</summary>
    public IReadOnlyList<(string Label, string Address)> Lines =>
        [.. Typed.Links.Concat(Enumerable.Repeat(("", ""), Typed.AsksForLink ? EmptyLines + 1 : EmptyLines)).Take(ProfileForm.MostLinks)];

    public string? Error(string field) => Errors.GetValueOrDefault(field);
}

/// <summary>What merging or deleting will do, and the button that does it.</summary>
public sealed record ProfileEndPage(ProfileRow Author, IReadOnlyList<ProfileChoice> Others, string? Fault) : IPanelPage
{
    public PanelHead Head { get; init; } = new(Author.Name, "auteurs");
}
