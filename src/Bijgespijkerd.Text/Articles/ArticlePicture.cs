namespace Bijgespijkerd.Text;

/// <summary>What the site knows of a picture of its own, for the article that shows it.</summary>
/// <param name="Width">Width in pixels of what its address gives.</param>
/// <param name="Height">Height in pixels of the same.</param>
/// <param name="SourceSet">The same picture at other widths, as HTML's <c>srcset</c> names them; empty: there are none.</param>
/// <param name="Sizes">How wide it is shown, as HTML's <c>sizes</c> says it; only written beside a <paramref name="SourceSet"/>.</param>
public sealed record ArticlePicture(int Width, int Height, string SourceSet = "", string Sizes = "");
