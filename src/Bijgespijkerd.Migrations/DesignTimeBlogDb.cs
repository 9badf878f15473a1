using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Bijgespijkerd.Migrations;

/// <summary>Gives the migration tool a context; it never opens the database.</summary>
public sealed class DesignTimeBlogDb : IDesignTimeDbContextFactory<BlogDb>
{
    public BlogDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BlogDb>().UseSqlite("Data Source=design-time.db").Options);
}

public static class Program
{
    public static void Main() => Console.Error.WriteLine("This program only serves bin/migration.");
}
