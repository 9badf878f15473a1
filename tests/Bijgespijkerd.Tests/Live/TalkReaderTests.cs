using System.IO.Pipelines;
using System.Text;
using Bijgespijkerd.Web.Live;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Bijgespijkerd.Tests.Live;

/// <summary>A reader whose connection is slow hears the newest, and nothing that was overtaken.</summary>
public sealed class TalkReaderTests
{
    private readonly Pipe _line = new(new PipeOptions(pauseWriterThreshold: 1, resumeWriterThreshold: 1));
    private readonly TalkReader _reader;

    public TalkReaderTests()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_line.Writer.AsStream()));
        _reader = new TalkReader(context.Response, null);
    }

    [Fact]
    public async Task What_came_while_it_was_busy_goes_at_the_next_beat()
    {
        Tell("een");
        Tell("twee");
        Tell("drie");
        Beat();
        Assert.Equal("een", await HearsAsync());

        Beat();
        Assert.Equal("drie", await HearsAsync());
        Beat();
        Assert.Equal("hartslag", await HearsAsync());
    }

    [Fact]
    public async Task What_was_overtaken_is_never_told()
    {
        Tell("een");
        Tell("twee");
        Assert.Equal("een", await HearsAsync());

        Tell("drie");
        Assert.Equal("drie", await HearsAsync());
        Beat();
        Assert.Equal("hartslag", await HearsAsync());
    }

    private void Tell(string news) => _reader.Tell(Encoding.UTF8.GetBytes(news));

    private void Beat() => _reader.Beat("hartslag"u8.ToArray());

    /// <summary>Everything that was sent up to now; what sent it is done then.</summary>
    private async Task<string> HearsAsync()
    {
        var read = await _line.Reader.ReadAsync();
        var heard = Encoding.UTF8.GetString(read.Buffer);
        _line.Reader.AdvanceTo(read.Buffer.End);
        await _reader.LastWrite;
        return heard;
    }
}
