namespace Bijgespijkerd.Web.Accounts;

/// <summary>What an account may do in the panel.</summary>
public enum Role
{
    Administrator,
    Editor,
    Author,
    Moderator,
}
