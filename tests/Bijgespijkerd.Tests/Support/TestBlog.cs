using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Authors;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Mail;
using Bijgespijkerd.Web.Platform.Media;
using Bijgespijkerd.Web.Platform.Outgoing;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web.ReaderCache;
using Bijgespijkerd.Web.Posts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Bijgespijkerd.Tests.Support;

/// <summary>A whole site on a database of its own in a temporary folder; what stands in it is told through the model.</summary>
public sealed class TestBlog(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    public const string Address = "https://blog.voorbeeld.test";

    private readonly string _folder = Directory.CreateTempSubdirectory("bijgespijkerd-").FullName;
    private int _numbered;

    public TestClock Clock { get; } = new();

    public string PictureLibrary { get; init; } = Vips.Library;

    /// <summary>Where it may fetch what strangers point at: as in force, unless a test's own server is to be reached.</summary>
    public OutgoingRules Outgoing { get; init; } = new();

    public string DataFolder => _folder;

    /// <summary>For a second site on the same data after this one.</summary>
    public bool KeepsFolder { get; init; }

    /// <summary>Counts what readers ask of the database.</summary>
    public SqlCounter Sql { get; } = new();

    /// <summary>Asks for pages without a client.</summary>
    public ColdPage Cold { get; } = new();

    public BlogSettings Settings => Services.GetRequiredService<SettingsInForce>().Now;

    /// <summary>Somebody's browser, without script: it keeps cookies and follows no redirect by itself.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri(Address),
        AllowAutoRedirect = false,
        HandleCookies = true,
    });

    /// <summary>The next reader of this address has its page made.</summary>
    public void Forget(string path) => Services.GetRequiredService<PageStore>().Remove(path.Split('?')[0]);

    public Task<T> ReadAsync<T>(Func<BlogDb, Task<T>> read)
    {
        return Scoped();

        async Task<T> Scoped()
        {
            await using var scope = Services.CreateAsyncScope();
            return await read(scope.ServiceProvider.GetRequiredService<BlogDb>());
        }
    }

    public Task<T> WriteAsync<T>(Func<BlogDb, Task<T>> write) => Services.GetRequiredService<WriteLane>().WriteAsync(
        async (db, cancel) =>
        {
            var result = await write(db);
            await db.SaveChangesAsync(cancel);
            return result;
        },
        CancellationToken.None);

    public Task<Author> AuthorAsync(string name = Cast.Femke) => WriteAsync(async db =>
        await db.Authors.SingleOrDefaultAsync(a => a.Name == name)
        ?? db.Authors.Add(Author.Named(name, Slug.From(name), $"{name} schrijft hier. En elders ook.", 2)).Entity);

    /// <summary>A published article.</summary>
    public async Task<Post> ArticleAsync(string? title = null, string markdown = "Een alinea.", Action<Post>? also = null)
    {
        title ??= $"Artikel {++_numbered}";
        var author = await AuthorAsync();
        return await WriteAsync(db =>
        {
            db.Attach(author);
            var now = Clock.GetUtcNow();
            var post = Post.Draft(Services.GetRequiredService<IdSequence>().NextPost(), PostKind.Article, title, Slug.From(title), author, now);
            post.Write(markdown, "Waar het over gaat.", ArticleMarkdown.Render(markdown), Settings.Posts.WordsPerMinute, now);
            post.Publish(now);
            also?.Invoke(post);
            db.Posts.Add(post);
            return Task.FromResult(post);
        });
    }

    /// <summary>A published comment of somebody of the cast.</summary>
    public Task<Comment> CommentAsync(Post post, string name = Cast.Noor, string text = "Herkenbaar.", Comment? answers = null) => WriteAsync(async db =>
    {
        var stored = await db.Posts.SingleAsync(p => p.Id == post.Id);
        var parent = answers is null ? null : await db.Comments.SingleAsync(c => c.Id == answers.Id);
        var by = new Commenter(name, Cast.Email(name), null, 1);
        var comment = Comment.On(stored, parent, Services.GetRequiredService<IdSequence>().NextComment(), by, text, CommentMarkdown.Render(text), Clock.GetUtcNow());
        db.Comments.Add(comment);
        await new PostThreads(db, stored, Settings.Comments.PerPage).PublishAsync(comment, Clock.GetUtcNow(), CancellationToken.None);
        return comment;
    });

    /// <summary>A moderator approves it.</summary>
    public Task ApproveAsync(Comment comment) => WriteAsync(async db =>
    {
        var stored = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == comment.Id);
        await new PostThreads(db, stored.Post!, Settings.Comments.PerPage).PublishAsync(stored, Clock.GetUtcNow(), CancellationToken.None);
        return true;
    });

    /// <summary>The comment that was stored last.</summary>
    public Task<Comment> LatestAsync() => ReadAsync(db => db.Comments.Include(c => c.Reasons).OrderByDescending(c => c.Id).FirstAsync());

    public Task HideAsync(Comment comment, CommentState state, CommentRemover by = CommentRemover.Moderator) => WriteAsync(async db =>
    {
        var stored = await db.Comments.Include(c => c.Post).SingleAsync(c => c.Id == comment.Id);
        await new PostThreads(db, stored.Post!, Settings.Comments.PerPage).HideAsync(stored, state, by, Clock.GetUtcNow(), CancellationToken.None);
        return true;
    });

    /// <summary>What belongs to a request may not live on in what lives longer: it would keep the settings of that request for ever.</summary>
    protected override IHost CreateHost(IHostBuilder builder) => base.CreateHost(builder.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, true)));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        EmptyDatabase.CopyInto(_folder);
        builder.UseEnvironment("Production");
        builder.UseSetting("Blog:DataDirectory", _folder);
        builder.UseSetting("Blog:BaseUrl", Address);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting("Blog:" + key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IPictureMaker>(_ => new PictureProcess(BuiltProgram.File("bijgespijkerd"), PictureLibrary)));
            services.Replace(ServiceDescriptor.Singleton(Outgoing));
            services.AddSingleton<PostedLetters>();
            services.Replace(ServiceDescriptor.Singleton<IMailer>(provider => provider.GetRequiredService<PostedLetters>()));

            // The number of rounds that protects a stolen hash would only make these tests slow.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            services.AddSingleton<IStartupFilter>(Cold);
            services.AddSingleton<IStartupFilter, SenderAddress>();
            services.ConfigureDbContext<BlogDb>(options => options.AddInterceptors(Sql).ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!KeepsFolder)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
