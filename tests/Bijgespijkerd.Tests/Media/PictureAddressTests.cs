using Bijgespijkerd.Web.Platform.Media;

namespace Bijgespijkerd.Tests.Media;

public sealed class PictureAddressTests
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void An_address_says_in_which_widths_a_picture_comes()
    {
        var read = PictureAddress.Read($"/media/{Key}-1200x675.jpg");

        Assert.Equal(new PictureAddress(Key, 1200, 675, ".jpg"), read);
        Assert.Equal($"/media/{Key}-1200x675.jpg", read!.Path);
        Assert.Equal($"/media/{Key}-480.webp 480w, /media/{Key}-960.webp 960w, /media/{Key}-1200.webp 1200w", read.SourceSet);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/media/0123456789abcdef0123456789abcdef.jpg")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-480.webp")]
    [InlineData("/media/0123456789ABCDEF0123456789abcdef-480x20.jpg")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-480x20.svg")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-0x20.jpg")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-1601x20.jpg")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-480x20.jpg\n")]
    [InlineData("/media/0123456789abcdef0123456789abcdef-480x20.jpg?a=b")]
    [InlineData("https://voorbeeld.test/media/0123456789abcdef0123456789abcdef-480x20.jpg")]
    [InlineData("/media/../0123456789abcdef0123456789abcdef-480x20.jpg")]
    public void Any_other_address_says_nothing(string? address)
    {
        Assert.Null(PictureAddress.Read(address));
        Assert.Null(PictureAddress.SourcesOf(address));
    }
}
