using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Backup.Making;
using Microsoft.Extensions.DependencyInjection;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>The backups that the site makes by itself, by time travel.</summary>
public sealed class BackupScheduleTests : BlogTests
{
    public BackupScheduleTests()
        : base(("Backup:Every", "6h"), ("Backup:Keep", "3"))
    {
    }

    private BackupSchedule Schedule => Blog.Services.GetRequiredService<BackupSchedule>();

    private string Place => Path.Combine(Blog.DataFolder, "backups");

    [Fact]
    public async Task One_is_made_when_it_is_time_and_the_oldest_goes_when_the_new_one_was_read()
    {
        Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.Equal(["bijgespijkerd-20260514T071200Z.zip"], Names());
        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));

        Blog.Clock.Pass(TimeSpan.FromHours(6) - TimeSpan.FromSeconds(1));
        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));
        for (var round = 0; round < 3; round++)
        {
            Blog.Clock.Pass(TimeSpan.FromHours(6));
            Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));
        }

        Assert.Equal(["bijgespijkerd-20260514T191159Z.zip", "bijgespijkerd-20260515T011159Z.zip", "bijgespijkerd-20260515T071159Z.zip"], Names());
        Assert.Null(Schedule.Failure);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Place, Names()[0])) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task One_that_fails_is_said_takes_nothing_away_and_is_tried_again_after_an_hour()
    {
        await Schedule.RunAsync(CancellationToken.None);
        Blog.Clock.Pass(TimeSpan.FromHours(6));

        // A link that leads nowhere is a file that is always gone when it is opened.
        var picture = BackupTrial.AddPicture(Blog.DataFolder, 1, 10);
        File.Delete(picture);
        File.CreateSymbolicLink(picture, picture + ".weg");

        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.Equal(Blog.Clock.GetUtcNow(), Schedule.Failure!.At);
        Assert.Equal(BackupTrouble.Pictures, Schedule.Failure.Why);
        Assert.Equal(["bijgespijkerd-20260514T071200Z.zip"], Names());

        File.Delete(picture);
        Blog.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));
        Blog.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.Null(Schedule.Failure);
        Assert.Equal(2, Names().Length);
    }

    [Fact]
    public async Task A_name_of_the_future_says_nothing_of_today_and_other_files_are_left_alone()
    {
        Directory.CreateDirectory(Place);
        foreach (var name in new[] { "bijgespijkerd-20990101T000000Z.zip", "bijgespijkerd-mijn.zip", "iets.txt", "bijgespijkerd-20200101T000000Z.zip.a.tmp" })
        {
            await File.WriteAllTextAsync(Path.Combine(Place, name), "x");
        }

        Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));

        Assert.Equal(["bijgespijkerd-20260514T071200Z.zip", "bijgespijkerd-20990101T000000Z.zip", "bijgespijkerd-mijn.zip", "iets.txt"], Names());
    }

    [Fact]
    public async Task Names_of_the_future_push_nothing_out()
    {
        Directory.CreateDirectory(Place);
        foreach (var year in new[] { 2097, 2098, 2099 })
        {
            await File.WriteAllTextAsync(Path.Combine(Place, $"bijgespijkerd-{year}0101T000000Z.zip"), "x");
        }

        Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));

        Assert.Equal(["bijgespijkerd-20260514T071200Z.zip", "bijgespijkerd-20970101T000000Z.zip", "bijgespijkerd-20980101T000000Z.zip", "bijgespijkerd-20990101T000000Z.zip"], Names());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_read_is_a_failure_like_any_other()
    {
        // A link that leads to itself is there, and nobody can read it.
        File.CreateSymbolicLink(Place, Place);

        Assert.False(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.Equal(new BackupFailure(Blog.Clock.GetUtcNow(), BackupTrouble.Folder), Schedule.Failure);

        File.Delete(Place);
        Blog.Clock.Pass(TimeSpan.FromHours(1));
        Assert.True(await Schedule.RunIfDueAsync(CancellationToken.None));
        Assert.Null(Schedule.Failure);
    }

    [Fact]
    public async Task Who_asks_while_one_is_made_waits_for_that_one()
    {
        var (first, second) = (Schedule.RunAsync(CancellationToken.None), Schedule.RunAsync(CancellationToken.None));

        Assert.True(await first && await second);
        Assert.Single(Names());
    }

    [Fact]
    public async Task Passwords_are_not_in_it_and_their_names_are()
    {
        await using var blog = new TestBlog(("Mail:Password", "zeer-geheim"), ("Akismet:Key", "ook-geheim"), ("Mail:Host", "post.voorbeeld.test"), ("Comments:PerPage", "50"));
        var path = Path.Combine(blog.DataFolder, "x.zip");

        blog.Making().Make(path, null, BackupProgress.Untold, CancellationToken.None);

        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry("settings.json")!.Open());
        var settings = await reader.ReadToEndAsync();
        Assert.Contains("\"Blog:Comments:PerPage\": \"50\"", settings, StringComparison.Ordinal);
        Assert.Contains("\"Blog:Mail:Host\": \"post.voorbeeld.test\"", settings, StringComparison.Ordinal);
        Assert.Contains("\"Blog:Mail:Password\"", settings, StringComparison.Ordinal);
        Assert.Contains("\"Blog:Akismet:Key\"", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", settings, StringComparison.Ordinal);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.StartsWith("keys", StringComparison.Ordinal));
    }

    private string[] Names() => [.. Directory.EnumerateFiles(Place).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
