namespace Bijgespijkerd.Web.Accounts.External;

/// <summary>A reader's picture, taken once as they sign in; without one their initials stand there.</summary>
public sealed class ReaderPicture
{
    public Task TakeAsync(Account account, string? address, CancellationToken cancel) => Task.CompletedTask;
}
