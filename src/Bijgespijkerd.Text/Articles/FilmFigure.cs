namespace Bijgespijkerd.Text;

// A film: our own picture with a link. The page's script puts the player in its place, and only after a click.
internal static class FilmFigure
{
    public static void Write(MarkupWriter markup, FilmAddress film)
    {
        markup.Open("figure", ("class", "embed"), ("data-embed", film.Platform), ("data-id", film.Id));
        markup.Open("a", ("href", film.Address), ("rel", "noopener"));
        markup.Empty("img", ("src", "/img/film.svg"), ("alt", ""), ("width", "1600"), ("height", "900"));
        markup.Open("span");
        markup.Label($"Bekijk de film op {film.Name}");
        markup.Close();
        markup.Close();
        markup.CloseLine();
    }
}
