using Bijgespijkerd.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bijgespijkerd.Web.Import.Panel;

internal sealed class ImportJobMapping : IEntityTypeConfiguration<ImportJob>
{
    private const int KeyLength = 32;

    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("ImportJobs");
        builder.Limit(nameof(ImportJob.Key), KeyLength, notEmpty: true);
        builder.Limit(nameof(ImportJob.FileName), Limits.Title, notEmpty: true);
        builder.Limit(nameof(ImportJob.Summary), Limits.Article);
        builder.Limit(nameof(ImportJob.Report), ImportFiles.LongestReport);
        builder.Limit(nameof(ImportJob.Problem), Limits.Reason);
        builder.HasIndex(j => j.State);
        builder.Ignore(j => j.IsUnderWay).Ignore(j => j.MayBegin);
    }
}
