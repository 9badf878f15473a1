using System.Globalization;

namespace Bijgespijkerd.Web.Comments;

/// <summary>What a visitor sends; everything is text, so that whatever comes in can be given back.</summary>
public sealed class CommentForm
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Website { get; set; }
    public string? Body { get; set; }
    public string? ParentId { get; set; }

    /// <summary>Hidden from people; who fills it is a program.</summary>
    public string? Onderwerp { get; set; }

    /// <summary>Milliseconds between first focus and sending, from the page's script; absent without script.</summary>
    public string? Duur { get; set; }

    /// <summary>The button that asks for a preview.</summary>
    public string? Voorbeeld { get; set; }

    /// <summary>Ticked: letters about answers, and about everything under the article.</summary>
    public string? Volgen { get; set; }
    public string? VolgAlles { get; set; }

    public FollowWish Follows => VolgAlles is not null ? FollowWish.All : Volgen is not null ? FollowWish.Answers : FollowWish.None;

    public bool AsksPreview => Voorbeeld is not null;

    /// <summary>Null for a new thread; what is no id at all becomes one that nobody has, so that an answer never turns into a thread.</summary>
    public long? Parent => string.IsNullOrWhiteSpace(ParentId) ? null
        : long.TryParse(ParentId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
