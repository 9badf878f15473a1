using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Media;

/// <summary>Pictures that come with a site that moves in: nobody of this site sent them.</summary>
internal sealed class PictureIntake(IServiceScopeFactory scopes) : ITakePictures
{
    private const long Nobody = 0;

    public async Task<TakenPicture> TakeAsync(Stream file, ToldPicture told, DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var upload = await scope.ServiceProvider.GetRequiredService<PictureUploads>().AddAsync(file, told.Name, Nobody, now, cancel, picture => picture.Describe(
            Excerpt.Of(told.AlternativeText, Limits.Summary), isDecoration: false, Excerpt.Of(told.Caption, Limits.Summary)), hasTime: true);
        return upload.Picture is { } picture && PictureAddress.Read(picture.Path) is { } address
            ? new TakenPicture(picture.Path, address.Width, address.Height, null)
            : new TakenPicture(null, 0, 0, upload.Refusal?.ToString() ?? nameof(PictureRefusal.Damaged));
    }
}
