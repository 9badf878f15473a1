namespace Bijgespijkerd.Web.Comments;

public enum CommentState
{
    Held = 0,
    Published = 1,
    Rejected = 2,
    Spam = 3,
    Trash = 4,
}

public enum CommentRemover
{
    Nobody = 0,
    Writer = 1,
    Moderator = 2,
}

/// <summary>Why a comment cannot be taken at all; its text goes back to whoever typed it.</summary>
public enum CommentRefusal
{
    Closed,
    ParentGone,
    AlreadyThere,
    TooFast,
    WriterGone,
}
