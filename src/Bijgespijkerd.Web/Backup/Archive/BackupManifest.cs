using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bijgespijkerd.Web.Backup.Archive;

/// <summary>What a backup says of itself, written when all else in it is. See docs/decisions/0012.</summary>
public sealed record BackupManifest
{
    public const int Newest = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        MaxDepth = 8,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
    };

    public required int Format { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>The newest change that the schema of its database has had.</summary>
    public required string Migration { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required BackupCounts Counts { get; init; }
    public required IReadOnlyList<ArchivedFile> Files { get; init; }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <exception cref="JsonException">It is no manifest.</exception>
    public static BackupManifest Read(ReadOnlySpan<byte> json)
    {
        var manifest = JsonSerializer.Deserialize<BackupManifest>(json, Form);
        return manifest is not null && !manifest.Files.Contains(null!) ? manifest : throw new JsonException("The manifest says nothing.");
    }
}

/// <param name="Size">In bytes, unpacked.</param>
public sealed record ArchivedFile(string Name, long Size, string Sha256);

/// <summary>How many rows, so that whoever puts it back sees that all of them are there.</summary>
public sealed record BackupCounts(long Posts, long Comments, long Pictures, long Accounts)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Posts} posts, {Comments} comments, {Pictures} pictures, {Accounts} accounts");
}
