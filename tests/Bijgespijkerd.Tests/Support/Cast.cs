using Bijgespijkerd.Text;

namespace Bijgespijkerd.Tests.Support;

/// <summary>The people of every test.</summary>
public static class Cast
{
    /// <summary>Writes the articles.</summary>
    public const string Femke = "Femke Oudshoorn";

    /// <summary>Comments often, and is known.</summary>
    public const string Noor = "Noor Hagedoorn";

    public const string Joost = "Joost van Elderen";

    /// <summary>Comments for the first time.</summary>
    public const string Tijmen = "Tijmen Roelvink";

    public static string Email(string name) => Slug.From(name) + "@voorbeeld.test";
}
