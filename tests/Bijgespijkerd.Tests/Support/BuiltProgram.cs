namespace Bijgespijkerd.Tests.Support;

/// <summary>The program as it was built beside these tests: the same flavour, in its own folder.</summary>
public static class BuiltProgram
{
    public static string File(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(folder.Parent!.Parent!.FullName, "Bijgespijkerd.Web", folder.Name, name);
    }
}
