using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Accounts;

/// <summary>What accounts leave behind goes in its time.</summary>
public sealed class RetentionTests : BlogTests
{
    [Fact]
    public async Task The_log_holds_a_year()
    {
        await Blog.WriteAsync(db =>
        {
            db.Audit("Invited", "Oud", Blog.Clock.GetUtcNow());
            return Task.FromResult(true);
        });
        Blog.Clock.Pass(TimeSpan.FromDays(365));
        await ExpireAsync();
        Assert.Single(await Blog.AuditAsync());

        Blog.Clock.Pass(TimeSpan.FromDays(1));
        await Blog.WriteAsync(db =>
        {
            db.Audit("Disabled", "Nieuw", Blog.Clock.GetUtcNow());
            return Task.FromResult(true);
        });
        await ExpireAsync();

        Assert.Equal(["Disabled"], await Blog.AuditAsync());
    }

    [Fact]
    public async Task A_link_for_a_password_goes_after_its_hour()
    {
        var account = await Blog.StaffAsync(Role.Editor);
        await Blog.Visitor().SendFormAsync("/wachtwoord-vergeten", new Dictionary<string, string> { ["Email"] = account.Email! });
        Assert.Equal(1, await LinksAsync(LinkPurpose.Recovery));
        Blog.Clock.Pass(TimeSpan.FromMinutes(59));
        await ExpireAsync();
        Assert.Equal(1, await LinksAsync(LinkPurpose.Recovery));

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await ExpireAsync();

        Assert.Equal(0, await LinksAsync(LinkPurpose.Recovery));
    }

    [Fact]
    public async Task An_invitation_that_nobody_took_goes_after_a_week()
    {
        using (var scope = Blog.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<UserChanges>().InviteAsync("Nieuw hier", "nieuw@voorbeeld.test", Role.Editor, null, CancellationToken.None);
        }

        Blog.Clock.Pass(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await ExpireAsync();
        Assert.Equal(1, await LinksAsync(LinkPurpose.Invitation));

        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        await ExpireAsync();

        Assert.Equal(0, await LinksAsync(LinkPurpose.Invitation));
    }

    [Fact]
    public async Task A_session_that_ended_goes()
    {
        await Blog.SignedInAsync(Role.Editor);
        Blog.Clock.Pass(TimeSpan.FromHours(12));

        await ExpireAsync();

        Assert.Equal(0, await Blog.ReadAsync(db => db.Sessions.CountAsync()));
    }

    private Task<int> LinksAsync(LinkPurpose purpose) => Blog.ReadAsync(db => db.AccountLinks.CountAsync(l => l.Purpose == purpose));

    private Task<int> ExpireAsync() => Blog.Services.GetRequiredService<Expiry>().RemoveAsync(CancellationToken.None);
}
