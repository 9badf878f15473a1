namespace Bijgespijkerd.Text;

/// <summary>A comment as the spam filter sees it: what was typed, and how long that took. No e-mail address and no IP address.</summary>
/// <param name="Name">The name given with the form; may be empty.</param>
/// <param name="Text">The comment's Markdown as typed, not rendered. Only its first <see cref="SpamFeatures.ReadLength"/> UTF-16 units count.</param>
/// <param name="Website">The address given with the form; <see langword="null"/> or empty when there is none. Need not be valid.</param>
/// <param name="Links">Links in the rendered text, zero or more, as <see cref="RenderedComment"/> counts them (the website is none of them). The
/// filter takes the larger of this and what it finds itself, so that links that are written in a foreign markup count too.</param>
/// <param name="FillTime">Time between first focus and sending; <see langword="null"/> when unknown, which speaks neither for nor against.</param>
public sealed record SpamSample(string Name, string Text, string? Website, int Links, TimeSpan? FillTime);
