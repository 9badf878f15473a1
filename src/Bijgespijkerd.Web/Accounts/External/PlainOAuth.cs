using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>The framework's own OAuth 2, as the providers of this program register it.</summary>
internal static class PlainOAuth
{
    /// <param name="read">Makes a person of what the service answers; null when it names nobody.</param>
    public static void Add(
        AuthenticationBuilder authentication, ProviderSettings settings, Action<OAuthOptions> ours, Func<OAuthCreatingTicketContext, Task<ExternalPerson>> read) =>
        authentication.AddOAuth(settings.Key, settings.Name, options =>
        {
            (options.ClientId, options.ClientSecret) = (settings.ClientId, settings.ClientSecret);
            options.AuthorizationEndpoint = settings.Authorization.ToString();
            options.TokenEndpoint = settings.Token.ToString();
            options.UserInformationEndpoint = settings.UserInformation.ToString();
            options.UsePkce = settings.UsesPkce;
            options.Scope.Clear();
            foreach (var scope in settings.Scopes)
            {
                options.Scope.Add(scope);
            }

            options.Events.OnCreatingTicket = async context => (await read(context)).WriteTo(context.Identity!);
            ours(options);
        });

    /// <summary>Asks the service, with the token that it just gave.</summary>
    public static async Task<JsonElement> AskAsync(this OAuthCreatingTicketContext context, Uri address)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        question.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using var answer = await context.Backchannel.SendAsync(question, context.HttpContext.RequestAborted);
        answer.EnsureSuccessStatusCode();
        using var read = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted), cancellationToken: context.HttpContext.RequestAborted);
        return read.RootElement.Clone();
    }

    /// <summary>What OpenID's user information says, under the names that the settings give.</summary>
    public static ExternalPerson Person(JsonElement answer, ClaimNames names) => new(
        answer.Said(names.Subject), answer.Said(names.Name), answer.Said(names.Email), answer.SaysYes(names.EmailVerified), answer.Said(names.Picture));
}
