using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Platform.Data;

public static class ColumnLimits
{
    /// <summary>
    /// Sets the column's maximum and makes the database hold it too: SQLite ignores the length in a type, so it is a check constraint.
    /// SQLite counts code points and we count UTF-16 units, so the database's bound is never the stricter one.
    /// </summary>
    public static void Limit<TEntity>(this EntityTypeBuilder<TEntity> builder, string column, int maximum, bool notEmpty = false)
        where TEntity : class
    {
        builder.Property(column).HasMaxLength(maximum);
        var bound = string.Create(CultureInfo.InvariantCulture, $"length(\"{column}\") <= {maximum}");
        builder.ToTable(table => table.HasCheckConstraint(
            $"CK_{builder.Metadata.ClrType.Name}_{column}",
            notEmpty ? $"{bound} AND length(\"{column}\") > 0" : bound));
    }
}
