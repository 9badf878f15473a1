using Bijgespijkerd.Text;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Settings;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;

namespace Bijgespijkerd.Web.Demo;

/// <summary>The conversations of the demo site, told one comment after the other.</summary>
public sealed class DemoTalk(
    BlogDb db, IdSequence ids, SiteSecret secret, SiteClock clock, BlogSettings settings, DemoLibrary library,
    IReadOnlyDictionary<string, DemoPerson> people, DateTimeOffset now)
{
    private readonly HashSet<string> _spammers = new(StringComparer.Ordinal);
    private int _mentions;

    /// <summary>Everybody who never sent spam.</summary>
    public IReadOnlyList<string> Crowd => [.. people.Keys.Where(name => !_spammers.Contains(name))];

    public Task LoadAsync(Post post, string file, CancellationToken cancel) => PlayAsync(post, SeedComment.In(file), cancel);

    public async Task PlayAsync(Post post, IEnumerable<SeedComment> comments, CancellationToken cancel)
    {
        var thread = new PostThreads(db, post, settings.Comments.PerPage);
        var told = new Dictionary<int, Comment>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var removed = new List<(Comment Comment, CommentRemover By)>();
        foreach (var seed in comments)
        {
            var at = clock.At(seed.At);
            if (seed.IsMention)
            {
                AddMention(post, seed, at);
                continue;
            }

            var comment = Comment.On(post, seed.Answers is { } parent ? told[parent] : null, ids.NextComment(), Person(seed.Name), seed.Body, CommentMarkdown.Render(seed.Body, names), at);
            comment.ComesFrom(DemoRecord.Source, comment.Id);
            told[seed.Number] = comment;
            db.Comments.Add(comment);
            switch (seed.State)
            {
                case "held" or "spam" or "rejected":
                    Refuse(comment, seed.State);
                    break;
                default:
                    await thread.PublishAsync(comment, at, cancel);
                    Remember(names, comment);
                    if (seed.State is "removed" or "trash")
                    {
                        removed.Add((comment, seed.State == "removed" ? CommentRemover.Writer : CommentRemover.Moderator));
                    }

                    break;
            }
        }

        foreach (var (comment, by) in removed)
        {
            await thread.HideAsync(comment, CommentState.Trash, by, now, cancel);
        }

        if (library.IsToBeClosed(post))
        {
            post.CloseComments();
        }
    }

    /// <summary>Decided today, or it would be emptied at once for its age.</summary>
    private void Refuse(Comment comment, string state)
    {
        var become = state switch { "held" => CommentState.Held, "spam" => CommentState.Spam, _ => CommentState.Rejected };
        comment.Note(new CommentReason(state switch { "held" => "links", "spam" => "trap", _ => "rules" }));
        comment.Become(become, CommentRemover.Nobody, now);
        if (become == CommentState.Spam)
        {
            _spammers.Add(comment.Name);
        }
    }

    private void AddMention(Post post, SeedComment seed, DateTimeOffset at)
    {
        var kind = seed.Kind == "trackback" ? MentionKind.Trackback : MentionKind.Pingback;
        var mention = Mention.Of(post, kind, seed.Name, seed.State, seed.Body, at);
        mention.ComesFrom(DemoRecord.Source, ++_mentions);
        mention.Become(CommentState.Published, post);
        db.Mentions.Add(mention);
    }

    private Commenter Person(string name) => library.Authors.TryGetValue(name, out var author)
        ? new Commenter(name, null, null, author.Tint, author)
        : new Commenter(name, people[name].Email, people[name].Website, secret.Tint(EmailAddress.Key(people[name].Email)));

    private static void Remember(Dictionary<string, string> names, Comment comment)
    {
        var link = CommentAddress.Permalink(comment.Id);
        names[comment.NameKey] = link;
        names[comment.NameKey.Split(' ')[0]] = link;
    }
}
