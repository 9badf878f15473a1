using Microsoft.AspNetCore.Authorization;

namespace Bijgespijkerd.Web.Accounts;

/// <summary>Who may come where. Every endpoint names one, or says that everybody may come.</summary>
public static class Policies
{
    /// <summary>Anybody with an account.</summary>
    public const string Account = "account";

    /// <summary>Who comments with an account and has no part in the site's work.</summary>
    public const string Reader = "reader";

    /// <summary>Anybody who works here.</summary>
    public const string Panel = "panel";

    /// <summary>Writes articles: an author own ones, editors and administrators all.</summary>
    public const string Write = "write";

    /// <summary>What belongs to the whole site: other people's articles, topics, pages, blocks.</summary>
    public const string EditAll = "edit-all";

    /// <summary>Judges comments: an author those on own articles.</summary>
    public const string Moderate = "moderate";

    /// <summary>Judges all comments, and what that goes by.</summary>
    public const string ModerateAll = "moderate-all";

    /// <summary>Users, settings, the log of what was done.</summary>
    public const string Administer = "administer";

    private static readonly Dictionary<string, Role[]> Admitted = new(StringComparer.Ordinal)
    {
        [Account] = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator, Role.Reader],
        [Reader] = [Role.Reader],
        [Panel] = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator],
        [Write] = [Role.Administrator, Role.Editor, Role.Author],
        [EditAll] = [Role.Administrator, Role.Editor],
        [Moderate] = [Role.Administrator, Role.Editor, Role.Author, Role.Moderator],
        [ModerateAll] = [Role.Administrator, Role.Editor, Role.Moderator],
        [Administer] = [Role.Administrator],
    };

    public static bool Admits(string policy, Role role) => Admitted[policy].Contains(role);

    public static void Add(AuthorizationOptions options)
    {
        foreach (var (policy, roles) in Admitted)
        {
            options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
        }

        // For an endpoint that says nothing: nobody.
        options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }
}
