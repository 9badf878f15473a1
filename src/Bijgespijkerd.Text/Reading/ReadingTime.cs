namespace Bijgespijkerd.Text;

/// <summary>How long somebody reads.</summary>
public static class ReadingTime
{
    /// <summary>Words divided by words a minute, rounded up, at least one (rules.md, Articles).</summary>
    /// <param name="words">Words of the text, see <see cref="WordCount"/>; not negative.</param>
    /// <param name="wordsPerMinute">The reading speed, the site's setting; at least 1.</param>
    /// <returns>Whole minutes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is under its limit.</exception>
    public static int Minutes(int words, int wordsPerMinute)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(wordsPerMinute, 1);
        return (int)Math.Max(1, ((long)words + wordsPerMinute - 1) / wordsPerMinute);
    }
}
