namespace Bijgespijkerd.Web.Posts;

public enum PostKind
{
    /// <summary>In the stream, at <c>/artikel/{slug}</c>.</summary>
    Article = 0,

    /// <summary>Outside the stream, at <c>/{slug}</c>.</summary>
    Page = 1,
}

public enum PostState
{
    Draft = 0,
    Scheduled = 1,
    Published = 2,
    Private = 3,
    Trash = 4,
}
