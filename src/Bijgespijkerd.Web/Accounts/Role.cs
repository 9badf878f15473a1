namespace Bijgespijkerd.Web.Accounts;

/// <summary>What an account may do in the panel.</summary>
public enum Role
{
    Administrator,
    Editor,
    Author,
    Moderator,

    /// <summary>Nothing: comments under a name that another service vouches for.</summary>
    Reader,
}

public static class Roles
{
    /// <summary>Those that somebody can be given; a reader is who came by themself.</summary>
    public static IReadOnlyList<Role> OfStaff { get; } = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator];

    /// <summary>Null when it is none of the staff's.</summary>
    public static Role? Read(string? name, bool ignoreCase = false) => Enum.TryParse<Role>(name, ignoreCase, out var role) && OfStaff.Contains(role) ? role : null;
}
