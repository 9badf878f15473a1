using System.Security.Cryptography;
using Bijgespijkerd.Web.Backup.Sealing;

namespace Bijgespijkerd.Tests.Backup;

/// <summary>A sealed file opens whole for its passphrase, and not at all otherwise.</summary>
public sealed class SealingTests
{
    private const string Passphrase = "een zin die niemand raadt";
    private const int Piece = SealKey.Piece;
    private const int Sealed = SealKey.Piece + SealKey.Tag;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData((3 * Piece) + 5)]
    public void What_was_sealed_is_read_as_it_was(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var file = Seal(content);

        using var stream = Unseal(file);

        Assert.Equal(length, stream.Length);
        Assert.Equal(content, ReadAll(stream));
        stream.Position = length / 2;
        Assert.Equal(content[(length / 2)..], ReadAll(stream));
    }

    [Fact]
    public void Nothing_of_it_can_be_read_and_no_two_are_the_same()
    {
        var content = Enumerable.Repeat((byte)'a', 1000).ToArray();

        var (first, second) = (Seal(content), Seal(content));

        Assert.NotEqual(first, second);
        Assert.Equal(-1, first.AsSpan(SealKey.HeaderLength).IndexOf("aaaa"u8));
    }

    [Fact]
    public void Another_passphrase_opens_nothing()
    {
        var file = Seal(new byte[10]);

        Assert.Throws<AuthenticationTagMismatchException>(() => Unseal(file, "een andere zin die lang is"));
    }

    [Fact]
    public void A_piece_that_is_left_out_moved_cut_off_or_changed_is_noticed()
    {
        var content = RandomNumberGenerator.GetBytes((3 * Piece) + 100);
        var file = Seal(content);
        const int Begin = SealKey.HeaderLength;

        Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal(file[..(Begin + (2 * Sealed))])));
        Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal(file[..^1])));
        Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal([.. file[..Begin], .. file[(Begin + Sealed)..]])));
        Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal([.. file[..Begin], .. file[(Begin + Sealed)..(Begin + (2 * Sealed))], .. file[Begin..(Begin + Sealed)], .. file[(Begin + (2 * Sealed))..]])));
        Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal([.. file, .. new byte[10]])));
        foreach (var at in new[] { Begin - 1, Begin, Begin + Sealed - 1, file.Length - 1 })
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            Assert.Throws<AuthenticationTagMismatchException>(() => ReadAll(Unseal(changed)));
        }

        Assert.Throws<InvalidDataException>(() => Unseal(file[..(Begin + 5)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void A_number_of_rounds_that_is_weak_or_endless_is_not_taken(int rounds)
    {
        var header = Seal([])[..SealKey.HeaderLength];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(8), rounds);

        Assert.Null(SealKey.Of(header, Passphrase));
    }

    private static byte[] Seal(byte[] content)
    {
        using var file = new MemoryStream();
        using var key = SealKey.New(Passphrase);
        using var stream = new SealingStream(file, key);
        foreach (var part in content.Chunk(50_000))
        {
            stream.Write(part);
        }

        stream.Finish();
        return file.ToArray();
    }

    private static UnsealingStream Unseal(byte[] file, string passphrase = Passphrase) => new(new MemoryStream(file), SealKey.Of(file[..SealKey.HeaderLength], passphrase)!);

    private static byte[] ReadAll(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
