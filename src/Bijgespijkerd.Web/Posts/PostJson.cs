using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bijgespijkerd.Web.Comments.Reading;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Microsoft.AspNetCore.Html;

namespace Bijgespijkerd.Web.Posts;

/// <summary>
/// A post and its comments as JSON-LD, written in pieces. The writer's own encoder leaves ASCII only and escapes &lt; &gt; &amp;,
/// so that nothing in it can end the script element.
/// </summary>
public sealed class PostJson(PostBody post, Conversation talk, BlogSettings settings, SiteAddress address) : IHtmlAsyncContent
{
    private const int Piece = 6_000;

    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("@type");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("@id");
    private static readonly JsonEncodedText Url = JsonEncodedText.Encode("url");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Author = JsonEncodedText.Encode("author");
    private static readonly JsonEncodedText Person = JsonEncodedText.Encode("Person");
    private static readonly JsonEncodedText Comment = JsonEncodedText.Encode("Comment");
    private static readonly JsonEncodedText Created = JsonEncodedText.Encode("dateCreated");
    private static readonly JsonEncodedText Parent = JsonEncodedText.Encode("parentItem");

    public async ValueTask WriteToAsync(TextWriter writer)
    {
        using var text = new JsonText();
        await using var json = new Utf8JsonWriter(text);
        var permalink = Permalink();
        WriteStart(json);
        foreach (var placed in talk.Rows)
        {
            if (!placed.Row.IsMarker)
            {
                Write(json, placed.Row, permalink);
            }

            if (json.BytesPending + text.Length > Piece)
            {
                await json.FlushAsync();
                await text.FlushAsync(writer);
            }
        }

        WriteEnd(json);
        await json.FlushAsync();
        await text.FlushAsync(writer);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var text = new JsonText();
        using var json = new Utf8JsonWriter(text);
        var permalink = Permalink();
        WriteStart(json);
        foreach (var placed in talk.Rows.Where(r => !r.Row.IsMarker))
        {
            Write(json, placed.Row, permalink);
        }

        WriteEnd(json);
        json.Flush();
        text.Flush(writer);
    }

    private void WriteStart(Utf8JsonWriter json)
    {
        var url = address.Absolute(post.Path);
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString(Type, "BlogPosting");
        json.WriteString(Id, url);
        json.WriteString(Url, url);
        json.WriteString("headline", post.Title);
        json.WriteString("description", post.Teaser);
        json.WriteString("inLanguage", "nl");
        json.WriteString("image", post.CoverPath is null ? null : address.Absolute(post.CoverPath));
        json.WriteString("datePublished", post.PublishedAt.ToUniversalTime());
        json.WriteString("dateModified", post.UpdatedAt.ToUniversalTime());
        json.WriteString("timeRequired", string.Create(SiteClock.Dutch, $"PT{post.ReadingMinutes}M"));
        WriteNamed(json, "author", "Person", post.Author.Name, address.Absolute("/auteur/" + post.Author.Slug));
        WriteNamed(json, "publisher", "Organization", settings.Title, address.Absolute("/"));
        json.WriteNumber("commentCount", post.Reactions);
        json.WriteStartArray("comment");
    }

    private static void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string property, string type, string name, string url)
    {
        json.WriteStartObject(property);
        json.WriteString(Type, type);
        json.WriteString(Name, name);
        json.WriteString(Url, url);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CommentRow row, byte[] permalink)
    {
        json.WriteStartObject();
        json.WriteString(Type, Comment);
        WriteId(json, permalink, row.Id);
        json.WriteStartObject(Author);
        json.WriteString(Type, Person);
        json.WriteString(Name, row.Name);
        json.WriteEndObject();
        json.WriteString(Created, row.CreatedAt.ToUniversalTime());
        if (row.ParentId is { } parent)
        {
            json.WriteStartObject(Parent);
            WriteId(json, permalink, parent);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull(Parent);
        }

        json.WriteEndObject();
    }

    /// <summary>The address of every permalink up to its id, with room behind it.</summary>
    private byte[] Permalink() => Encoding.UTF8.GetBytes(address.Absolute("/reactie/") + new string(' ', 20));

    private static void WriteId(Utf8JsonWriter json, byte[] permalink, long id)
    {
        id.TryFormat(permalink.AsSpan(permalink.Length - 20), out var digits, default, CultureInfo.InvariantCulture);
        json.WriteString(Id, permalink.AsSpan(0, permalink.Length - 20 + digits));
    }

    /// <summary>Takes the writer's bytes, all of them ASCII, in rented memory.</summary>
    private sealed class JsonText : IBufferWriter<byte>, IDisposable
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16_384);

        public int Length { get; private set; }

        public void Advance(int count) => Length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_bytes.Length - Length < Math.Max(sizeHint, 256))
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + sizeHint));
                _bytes.AsSpan(0, Length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }

            return _bytes.AsMemory(Length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public async ValueTask FlushAsync(TextWriter writer)
        {
            var chars = ArrayPool<char>.Shared.Rent(Length);
            var count = Encoding.ASCII.GetChars(_bytes.AsSpan(0, Length), chars);
            await writer.WriteAsync(chars, 0, count);
            ArrayPool<char>.Shared.Return(chars);
            Length = 0;
        }

        public void Flush(TextWriter writer)
        {
            writer.Write(Encoding.ASCII.GetString(_bytes, 0, Length));
            Length = 0;
        }

        public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
    }
}
