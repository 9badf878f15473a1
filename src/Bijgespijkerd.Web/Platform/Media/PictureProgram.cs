using System.Diagnostics;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>
/// The program as a process that makes one picture: a file at its input, what became of it at its output. A process of its own,
/// because libvips brings a second SQLite along, whose functions ours would then call by mistake; and because a file that breaks a
/// decoder breaks nothing else there, and finds nothing.
/// </summary>
public static class PictureProgram
{
    public const string Word = "make-picture";
    public const string PortraitWord = "make-portrait";

    public static bool IsAsked(string[] args) => args is [Word or PortraitWord, _];

    public static int Run(string[] args)
    {
        // Readers go before.
        using var self = Process.GetCurrentProcess();
        self.PriorityClass = ProcessPriorityClass.BelowNormal;
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        var making = Read(input) is { } content ? VipsPictures.Make(args[1], content, isPortrait: args[0] == PortraitWord) : PictureMaking.Refused(PictureRefusal.FileTooLarge);
        PictureMessage.Write(output, making);
        return 0;
    }

    /// <summary>Null when it is larger than allowed.</summary>
    private static byte[]? Read(Stream input)
    {
        using var content = new MemoryStream();
        var piece = new byte[81_920];
        int read;
        while ((read = input.Read(piece, 0, piece.Length)) > 0)
        {
            if (content.Length + read > PictureLimits.FileBytes)
            {
                return null;
            }

            content.Write(piece, 0, read);
        }

        return content.ToArray();
    }
}
