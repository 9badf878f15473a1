using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;

namespace Bijgespijkerd.Web.Media;

internal static class OwnPictures
{
    /// <summary>What an account may see and change: an author what they uploaded, for the name of a file can tell what is not public yet.</summary>
    public static IQueryable<Picture> PicturesOf(this BlogDb db, CurrentAccount who)
    {
        var account = who.Id;
        return who.Role switch
        {
            Role.Administrator or Role.Editor => db.Set<Picture>(),
            Role.Author => db.Set<Picture>().Where(p => p.UploadedBy == account),
            _ => db.Set<Picture>().Where(_ => false),
        };
    }
}
