namespace Bijgespijkerd.Web.Platform.Web.ReaderCache;

/// <summary>
/// Opts an address in to the reader cache: its page is the same for every reader who carries no cookie of this site.
/// A query with one of the named keys asks for something else; any other query changes nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadByAllAttribute(params string[] keys) : Attribute
{
    public IReadOnlyList<string> Keys { get; } = keys;

    public bool IsAsked(IQueryCollection query)
    {
        foreach (var key in Keys)
        {
            if (query.ContainsKey(key))
            {
                return true;
            }
        }

        return false;
    }
}
