using System.Globalization;
using Bijgespijkerd.Web.Authors;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Profiles;

/// <summary>What people do on the pages of authors.</summary>
internal static class ProfileDesk
{
    public const string All = "/beheer/auteurs";

    public static string PathOf(Author author) => PathOf(author.Id);

    public static string PathOf(long author) => string.Create(CultureInfo.InvariantCulture, $"{All}/{author}");

    public static Task<Author> AuthorNamedAsync(this TestBlog blog, string name) => blog.ReadAsync(db => db.Authors.Include(a => a.Links).SingleAsync(a => a.Name == name));
}
