using Bijgespijkerd.Web.Backup;
using Bijgespijkerd.Web.Backup.Archive;
using Bijgespijkerd.Web.Backup.Restoring;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A backup as an attack (row S11): refused with one line, and the data folder stays byte for byte as it was.</summary>
public sealed class HostileBackupTests : BackupTrial
{
    private static readonly Dictionary<string, (Action<CraftedBackup> Change, string Said)> Changes = new(StringComparer.Ordinal)
    {
        ["two databases"] = (b => b.Entries.Add(("database.db", [1, 2, 3])), "more than once"),
        ["thirty thousand entries"] = (b => b.Entries.AddRange(Enumerable.Range(0, 30_000).Select(i => ($"media/{i + 100:x32}.webp", Array.Empty<byte>()))), "which its manifest does not name"),
        ["a name that climbs"] = (b => Add(b, "media/../../evil.webp"), "no part of a backup"),
        ["a name from the root"] = (b => Add(b, "/media/a.webp"), "no part of a backup"),
        ["a name with backslashes"] = (b => Add(b, @"media\..\evil.webp"), "no part of a backup"),
        ["a name of a folder"] = (b => Add(b, "media/"), "no part of a backup"),
        ["a name with a line in it"] = (b => Add(b, "media/a\nb.webp"), "no part of a backup"),
        ["a zip in the zip"] = (b => Add(b, "bomb.zip"), "no part of a backup"),
        ["keys that are not sealed"] = (b => Add(b, "keys/key-00000000-0000-0000-0000-000000000000.xml"), "keys belong in a sealed backup only"),
        ["a file more than the manifest"] = (b => b.Entries.Add(($"media/{99:x32}.webp", [1])), "which its manifest does not name"),
        ["a file less than the manifest"] = (b => b.Entries.RemoveAll(e => e.Name.StartsWith("media/", StringComparison.Ordinal)), "it does not hold that"),
        ["no database"] = (b => { b.Entries.RemoveAll(e => e.Name == "database.db"); b.Declare(); }, "It holds no database"),
        ["other bytes"] = (b => b.Entries[^1] = (b.Entries[^1].Name, Changed(b.Entries[^1].Content)), "is not what the manifest says"),
        ["more bytes than it says"] = (b => b.Entries[^1] = (b.Entries[^1].Name, [.. b.Entries[^1].Content, .. new byte[50_000_000]]), "is not what the manifest says"),
        ["fewer bytes than it says"] = (b => b.Entries[^1] = (b.Entries[^1].Name, b.Entries[^1].Content[..^1]), "is not what the manifest says"),
        ["more than any disk holds"] = (b => b.Manifest = b.Manifest with { Files = [.. b.Manifest.Files.Select(f => f with { Size = long.MaxValue })] }, "has not that much room"),
        ["a size below nothing"] = (b => b.Manifest = b.Manifest with { Files = [.. b.Manifest.Files.Select(f => f with { Size = -1 })] }, "it does not hold that"),
        ["a later format"] = (b => b.Manifest = b.Manifest with { Format = 2 }, "a newer version of this program"),
        ["a zip as the database"] = (b => b.Replace("database.db", _ => [.. "PK\u0003\u0004"u8, .. new byte[5000]]), "cannot be read"),
        ["a damaged database"] = (b => b.Replace("database.db", content => [.. content.AsSpan(0, 8192), .. Enumerable.Repeat((byte)0x5A, 8192), .. content.AsSpan(16384)]), ""),
        ["an empty database"] = (b => b.Replace("database.db", _ => []), "not the one that its manifest tells of"),
        ["another migration than it says"] = (b => b.Manifest = b.Manifest with { Migration = "20200101000000_Other" }, "not the one that its manifest tells of"),
        ["a newer schema"] = (b => { Sql(b, "INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_LaterThings', '99.0.0')"); b.Manifest = b.Manifest with { Migration = "29991231235959_LaterThings" }; }, "a newer version of this program"),
        ["another schema"] = (b => Sql(b, "CREATE TRIGGER Evil AFTER INSERT ON Comments BEGIN DELETE FROM Posts; END"), "another schema than this program makes (trigger Evil)"),
        ["a column more"] = (b => Sql(b, "ALTER TABLE Comments ADD COLUMN Evil TEXT"), "another schema than this program makes (table Comments.Evil)"),
        ["a table less"] = (b => Sql(b, "DROP TABLE CommentReports"), "another schema than this program makes"),
        ["a trigger that does something else"] = (b => Sql(b, "DROP TRIGGER Comments_WordsChanged; CREATE TRIGGER Comments_WordsChanged AFTER UPDATE ON Comments BEGIN DELETE FROM Posts; END"), "another schema than this program makes (trigger Comments_WordsChanged)"),
        ["a table that checks nothing"] = (b => Sql(b, "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, '\"Depth\" >= 1 AND ', '') WHERE name = 'Comments'"), "another schema than this program makes (table Comments)"),
        ["a gap in what was done to its schema"] = (b => Sql(b, "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT min(MigrationId) FROM __EFMigrationsHistory)"), "another schema than this program makes (migration "),
        ["a secret that is none"] = (b => Sql(b, "UPDATE SiteValues SET Value = 'geen sleutel' WHERE Key = 'secret'"), "cannot be brought up to date"),
        ["a counter that is none"] = (b => Sql(b, "INSERT INTO SiteValues(Key, Value) VALUES ('newest-comment-before-deleting', 'veel')"), "cannot be brought up to date"),
        ["a reference to nothing"] = (b => Sql(b, "PRAGMA foreign_keys = OFF; UPDATE Comments SET PostId = 999"), "is not whole"),
        ["other counts"] = (b => b.Manifest = b.Manifest with { Counts = b.Manifest.Counts with { Comments = 4 } }, "its manifest tells of"),
    };

    public static TheoryData<string> Faults { get; } = [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task It_is_refused_before_anything_is_touched(string fault)
    {
        var crafted = CraftedBackup.Of(await GoodAsync());
        Changes[fault].Change(crafted);
        crafted.Write(File("crafted.zip"));

        await AssertRefusedAsync(File("crafted.zip"), Changes[fault].Said);
    }

    [Theory]
    [InlineData("", "holds no manifest")]
    [InlineData("null", "is no backup")]
    [InlineData("{}", "is no backup")]
    [InlineData("""{"format":1,"program":null,"migration":"a","madeAt":"2026-01-01T00:00:00Z","counts":{"posts":1,"comments":1,"pictures":1,"accounts":1},"files":[]}""", "is no backup")]
    [InlineData("""{"format":1,"program":"a","migration":"a","madeAt":"2026-01-01T00:00:00Z","counts":{"posts":1,"comments":1,"pictures":1,"accounts":1},"files":[null]}""", "")]
    [InlineData("""{"format":1,"program":"a","migration":"a","madeAt":"2026-01-01T00:00:00Z","counts":{"posts":1,"comments":1,"pictures":1,"accounts":1},"files":[{"name":"../../a","size":1,"sha256":""}]}""", "does not hold that")]
    public async Task A_manifest_that_is_none_is_refused(string manifest, string said)
    {
        var crafted = CraftedBackup.Of(await GoodAsync());
        if (manifest.Length > 0)
        {
            crafted.Write(File("crafted.zip"), manifest);
        }
        else
        {
            crafted.Write(File("crafted.zip"), "x");
            using var zip = System.IO.Compression.ZipFile.Open(File("crafted.zip"), System.IO.Compression.ZipArchiveMode.Update);
            zip.GetEntry("manifest.json")!.Delete();
        }

        await AssertRefusedAsync(File("crafted.zip"), said);
    }

    [Theory]
    [InlineData("cut off", "is no backup")]
    [InlineData("a text", "is no backup")]
    [InlineData("empty", "is no backup")]
    [InlineData("bytes flipped", "")]
    [InlineData("half a seal", "sealed")]
    public async Task A_file_that_is_no_whole_zip_is_refused(string fault, string said)
    {
        var good = await System.IO.File.ReadAllBytesAsync(await GoodAsync());
        await System.IO.File.WriteAllBytesAsync(File("crafted.zip"), fault switch
        {
            "cut off" => good[..(good.Length / 2)],
            "a text" => [.. "Dit is een brief."u8],
            "empty" => [],
            "half a seal" => [.. "BIJGSPZ1"u8, 1],
            _ => [.. good.Select((b, i) => i % 1000 == 500 ? (byte)(b ^ 0x20) : b)],
        });

        await AssertRefusedAsync(File("crafted.zip"), said);
    }

    [Fact]
    public async Task What_the_disk_has_no_room_for_is_refused_and_what_was_unpacked_goes()
    {
        var good = await GoodAsync();

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => StageAsync(good, room: 100_000));
        Assert.Contains("has not that much room", refused.Message, StringComparison.Ordinal);

        var plan = await StageAsync(good);
        Assert.True(Directory.Exists(plan.Staging));
        await Assert.ThrowsAsync<BackupRefusedException>(() => StageAsync(good, room: 100_000));
        await StageAsync(good);
        Assert.False(Directory.Exists(plan.Staging));
    }

    private async Task AssertRefusedAsync(string backup, string said)
    {
        AddPicture(Other, 7, 500);
        await System.IO.File.WriteAllTextAsync(Database(Other), "Wat er staat.");
        var before = Contents(Other);

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => StageAsync(backup));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(before, Contents(Other));
        Assert.Empty(Directory.GetDirectories(Other, "terugzetten-*"));
    }

    private async Task<RestorePlan> StageAsync(string backup, long room = 2_000_000_000)
    {
        using var file = new DatabaseFile(Other, null);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Blog:DataDirectory", Other)]).Build();
        var staging = new BackupStaging(file, new SettingsInForce(configuration, production: false), new TestClock(), NullLogger<WriteLane>.Instance);
        return await staging.StageAsync(backup, null, force: true, _ => room, BackupProgress.Untold, CancellationToken.None);
    }

    private Task<string> GoodAsync() => GoodBackup.InAsync(File("good.zip"));

    private static void Add(CraftedBackup backup, string name)
    {
        backup.Entries.Add((name, [1, 2, 3]));
        backup.Declare();
    }

    private static byte[] Changed(byte[] content)
    {
        var changed = content.ToArray();
        changed[^1] ^= 1;
        return changed;
    }

    private static void Sql(CraftedBackup backup, string sql) => backup.Replace("database.db", content =>
    {
        var path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllBytes(path, content);
            using (var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }

            return System.IO.File.ReadAllBytes(path);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    });
}
