namespace Bijgespijkerd.Tests.Backup;

/// <summary>Copies of everything, of which nobody knows any more, go at the next start.</summary>
public sealed class LeftBehindTests
{
    [Fact]
    public async Task What_killed_runs_left_is_removed_when_the_site_starts_and_nothing_else()
    {
        await using var blog = new TestBlog();
        string[] left = ["terugzetten-0a/bijgespijkerd.db", "bijgespijkerd.db.0a.check", "bijgespijkerd.db.0a.check.db", "bijgespijkerd.db.0b.check.db-journal", "backups/voor-1.db.tmp", "backups/voor-1.db.tmp-journal"];
        string[] kept = ["voor-terugzetten-20260101T000000000Z/bijgespijkerd.db", "backups/voor-1.db", "backups/bijgespijkerd-20260101T000000Z.zip"];
        foreach (var name in left.Concat(kept))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(blog.DataFolder, name))!);
            await File.WriteAllTextAsync(Path.Combine(blog.DataFolder, name), "x");
        }

        await blog.Visitor().OpenAsync("/");

        Assert.DoesNotContain(left, name => File.Exists(Path.Combine(blog.DataFolder, name)));
        Assert.Equal(kept, kept.Where(name => File.Exists(Path.Combine(blog.DataFolder, name))));
        Assert.False(Directory.Exists(Path.Combine(blog.DataFolder, "terugzetten-0a")));
    }
}
