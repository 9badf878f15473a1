using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Accounts.External;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Comments.Filter;
using Bijgespijkerd.Web.Comments.Rules;
using Bijgespijkerd.Web.Platform.Mail.Outbox;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Platform.Data;

public sealed class BlogDb(DbContextOptions<BlogDb> options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<FormerTopic> FormerTopics => Set<FormerTopic>();
    public DbSet<FormerAuthor> FormerAuthors => Set<FormerAuthor>();
    public DbSet<OldPost> OldPosts => Set<OldPost>();
    public DbSet<OldAddress> OldAddresses => Set<OldAddress>();
    public DbSet<GoneComment> GoneComments => Set<GoneComment>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<PostCategory> PostCategories => Set<PostCategory>();
    public DbSet<PostTag> PostTags => Set<PostTag>();
    public DbSet<ListedPost> ListedPosts => Set<ListedPost>();
    public DbSet<Block> Blocks => Set<Block>();
    public DbSet<Author> Authors => Set<Author>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentReason> CommentReasons => Set<CommentReason>();
    public DbSet<WordRule> WordRules => Set<WordRule>();
    public DbSet<FilterExample> FilterExamples => Set<FilterExample>();
    public DbSet<FilterCount> FilterCounts => Set<FilterCount>();
    public DbSet<CommentVersion> CommentVersions => Set<CommentVersion>();
    public DbSet<CommentReport> CommentReports => Set<CommentReport>();
    public DbSet<CommentTally> CommentTallies => Set<CommentTally>();
    public DbSet<Mention> Mentions => Set<Mention>();
    public DbSet<ThreadPage> ThreadPages => Set<ThreadPage>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ExternalLogin> ExternalLogins => Set<ExternalLogin>();
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<SiteValue> SiteValues => Set<SiteValue>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<OutboxItem> OutboxItems => Set<OutboxItem>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<SafeHtml>().HaveConversion<SafeHtmlText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BlogDb).Assembly);
}
