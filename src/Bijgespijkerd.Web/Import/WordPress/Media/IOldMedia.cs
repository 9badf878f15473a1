namespace Bijgespijkerd.Web.Import.WordPress.Media;

/// <summary>Where the files of the old site's <c>wp-content/uploads</c> come from.</summary>
public interface IOldMedia
{
    /// <param name="path">Below the uploads folder: "2010/03/balie.jpg".</param>
    /// <param name="address">Where the old site shows it.</param>
    /// <returns>Null when it is not there; else a file that can be read more than once.</returns>
    Task<Stream?> OpenAsync(string path, Uri? address, CancellationToken cancel);
}
