namespace Bijgespijkerd.Web.Posts;

/// <summary>Takes in a picture of another site, as an upload would.</summary>
public interface ITakePictures
{
    Task<TakenPicture> TakeAsync(Stream file, ToldPicture told, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>What the other site said of it.</summary>
public sealed record ToldPicture(string Name, string AlternativeText, string Caption);

/// <param name="Path">Null when it was refused.</param>
/// <param name="Why">Null when it was taken.</param>
public sealed record TakenPicture(string? Path, int Width, int Height, string? Why);
