using System.Runtime.InteropServices;

namespace Bijgespijkerd.Web.Platform.Media;

/// <summary>
/// The few functions of libvips that are used. Some take a list of named options that ends with null; on the platforms we run on
/// such a call passes whole numbers and addresses as any other call does, so that they can be declared with the options written out.
/// </summary>
internal static partial class Vips
{
    public const string Library = "libvips.so.42";
    private const string Glib = "libglib-2.0.so.0";
    private const string Objects = "libgobject-2.0.so.0";

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Init(string program);

    [LibraryImport(Library, EntryPoint = "vips_block_untrusted_set"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void BlockUntrusted(int state);

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Threads(int number);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void KeepOperations(int number);

    [LibraryImport(Library, EntryPoint = "vips_error_clear"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void ClearErrors();

    [LibraryImport(Library, EntryPoint = "vips_image_new_from_buffer", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint OpenHeader(nint content, nuint length, string options, nint end);

    [LibraryImport(Library, EntryPoint = "vips_thumbnail_buffer", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Scale(
        nint content, nuint length, out nint image, int width,
        string height, int heightValue,
        string size, int sizeValue,
        string profile, string profileValue,
        string options, string optionsValue,
        nint end);

    [LibraryImport(Library, EntryPoint = "vips_thumbnail_image", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ScaleImage(
        nint from, out nint image, int width,
        string height, int heightValue,
        string size, int sizeValue,
        nint end);

    [LibraryImport(Library, EntryPoint = "vips_image_copy_memory"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Decode(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_write_to_buffer", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Encode(nint image, string suffix, out nint content, out nuint length, nint end);

    [LibraryImport(Library, EntryPoint = "vips_image_get_width"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Width(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Height(nint image);

    [LibraryImport(Library, EntryPoint = "vips_image_hasalpha"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int HasAlpha(nint image);

    [LibraryImport(Objects, EntryPoint = "g_object_unref"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Release(nint image);

    [LibraryImport(Glib, EntryPoint = "g_free"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Free(nint content);

    [LibraryImport(Glib, EntryPoint = "g_setenv", StringMarshalling = StringMarshalling.Utf8), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Set(string variable, string value, int overwrite);
}
