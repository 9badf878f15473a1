using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A database with all tables and nothing in them, made once for all tests.</summary>
public static class EmptyDatabase
{
    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>Puts one into a folder where none lies yet.</summary>
    public static void CopyInto(string folder)
    {
        var path = Path.Combine(folder, "bijgespijkerd.db");
        if (!File.Exists(path))
        {
            File.WriteAllBytes(path, Made.Value);
        }
    }

    private static byte[] Make()
    {
        var folder = Directory.CreateTempSubdirectory("bijgespijkerd-");
        try
        {
            var path = Path.Combine(folder.FullName, "leeg.db");
            using (var db = new BlogDb(new DbContextOptionsBuilder<BlogDb>().UseSqlite($"Data Source={path};Pooling=False").Options))
            {
                db.Database.Migrate();
            }

            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
