using Bijgespijkerd.Web.Accounts;
using Bijgespijkerd.Web.Comments;
using Bijgespijkerd.Web.Platform.Data;
using Bijgespijkerd.Web.Platform.Web;
using Bijgespijkerd.Web.Posts;
using Microsoft.EntityFrameworkCore;

namespace Bijgespijkerd.Web.Blocks;

/// <summary>What became of a save.</summary>
/// <param name="Number">The version it is now.</param>
/// <param name="Theirs">What somebody else saved since; then nothing was stored.</param>
public sealed record BlockSave(long Id, int Number, BlockVersion? Theirs, IReadOnlyDictionary<string, string> Faults);

/// <summary>Stores blocks, and renders the posts that show them anew.</summary>
public sealed class BlockWriting(WriteLane lane, RenderingWorker rendering, CurrentAccount account, TimeProvider time)
{
    public async Task<BlockSave> AddAsync(BlockForm typed, CancellationToken cancel) => await ThenRenderAsync(
        await lane.WriteAsync(
            async (db, token) =>
            {
                var faults = await FaultsAsync(db, null, typed, token);
                if (faults.Count > 0)
                {
                    return new BlockSave(0, 0, null, faults);
                }

                var block = db.Blocks.Add(Block.Named(typed.Name!, typed.Title!, typed.Markdown!, typed.Render(), await CategoryAsync(db, typed.CategoryId, token))).Entity;
                db.Add(BlockVersion.Of(block, 1, account.Name, time.GetUtcNow()));
                db.Audit(account, BlockAudit.Added, block.Name, time.GetUtcNow());
                await MarkAsync(db, [block.Name], token);
                await db.SaveChangesAsync(token);
                return new(block.Id, 1, null, faults);
            },
            cancel),
        cancel);

    /// <summary>Null when it is not there.</summary>
    public async Task<BlockSave?> SaveAsync(long id, BlockForm typed, CancellationToken cancel) => await ThenRenderAsync(
        await lane.WriteAsync(
            async (db, token) =>
            {
                if (await db.Blocks.AsTracking().SingleOrDefaultAsync(b => b.Id == id, token) is not { } block)
                {
                    return null;
                }

                var newest = await db.NewestAsync(id, token);
                if ((newest?.Number ?? 0) != typed.Basis)
                {
                    return new BlockSave(id, typed.Basis, newest, FormErrors.None);
                }

                var faults = await FaultsAsync(db, block, typed, token);
                return faults.Count > 0 ? new(id, typed.Basis, null, faults) : new(id, await PutAsync(db, block, typed, token), null, faults);
            },
            cancel),
        cancel);

    /// <summary>Back to an earlier version, as a newer one; null when somebody saved since, or it is not there.</summary>
    public async Task<BlockSave?> GoBackAsync(long id, int to, int basis, CancellationToken cancel) => await ThenRenderAsync(
        await lane.WriteAsync(
            async (db, token) =>
            {
                if (await db.Blocks.AsTracking().SingleOrDefaultAsync(b => b.Id == id, token) is not { } block
                    || await db.NewestAsync(id, token) is not { } newest || newest.Number != basis
                    || await db.VersionsOf(id).SingleOrDefaultAsync(v => v.Number == to, token) is not { } version)
                {
                    return null;
                }

                var typed = new BlockForm(version.Name, version.Title, version.Markdown, version.CategoryId?.ToString(SiteClock.Dutch), basis, null);
                var faults = await FaultsAsync(db, block, typed, token);
                return faults.Count > 0 ? null : new BlockSave(id, await PutAsync(db, block, typed, token), null, faults);
            },
            cancel),
        cancel);

    /// <summary>False when it is not there.</summary>
    public async Task<bool> DeleteAsync(long id, CancellationToken cancel) => await ThenRenderAsync(
        await lane.WriteAsync(
            async (db, token) =>
            {
                if (await db.Blocks.AsTracking().SingleOrDefaultAsync(b => b.Id == id, token) is not { } block)
                {
                    return false;
                }

                db.Blocks.Remove(block);
                db.Audit(account, BlockAudit.Deleted, block.Name, time.GetUtcNow());
                await MarkAsync(db, [block.Name], token);
                await db.SaveChangesAsync(token);
                return true;
            },
            cancel),
        cancel);

    /// <returns>The number of the new version.</returns>
    private async Task<int> PutAsync(BlogDb db, Block block, BlockForm typed, CancellationToken cancel)
    {
        var (now, number, before) = (time.GetUtcNow(), typed.Basis, block.Name);
        if (number == 0)
        {
            db.Add(BlockVersion.Of(block, ++number, "", now));
        }

        block.Rename(typed.Name!);
        block.Rewrite(typed.Title!, typed.Markdown!, typed.Render());
        block.ShowUnder(await CategoryAsync(db, typed.CategoryId, cancel));
        db.Add(BlockVersion.Of(block, ++number, account.Name, now));
        db.Audit(account, BlockAudit.Changed, block.Name, now);
        await MarkAsync(db, [before, block.Name], cancel);
        await db.SaveChangesAsync(cancel);
        return number;
    }

    private static async Task<Dictionary<string, string>> FaultsAsync(BlogDb db, Block? block, BlockForm typed, CancellationToken cancel)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        if (await db.Blocks.AnyAsync(b => b.Name == typed.Name && (block == null || b.Id != block.Id), cancel))
        {
            faults[nameof(BlockForm.Name)] = string.Format(SiteClock.Dutch, BlockTexts.ErrorTaken, typed.Name);
        }
        else if (block is not null && block.Name != typed.Name && (await BlockUse.FindAsync(db, block.Name, cancel)).Count > 0)
        {
            faults[nameof(BlockForm.Name)] = string.Format(SiteClock.Dutch, BlockTexts.ErrorNamed, block.Name);
        }

        return faults;
    }

    /// <summary>A category that is gone meanwhile is none.</summary>
    private static async Task<Category?> CategoryAsync(BlogDb db, long? id, CancellationToken cancel) =>
        id is null ? null : await db.Categories.AsTracking().SingleOrDefaultAsync(c => c.Id == id, cancel);

    private static async Task MarkAsync(BlogDb db, IReadOnlyList<string> names, CancellationToken cancel)
    {
        var posts = (await BlockUse.FindAsync(db, cancel)).Where(u => u.Names.Intersect(names).Any()).Select(u => u.PostId).ToList();
        await RenderingWorker.MarkAsync(db, posts, cancel);
    }

    /// <summary>In small steps, each a unit of work; what a stop of the program leaves is rendered at the next start.</summary>
    private async Task<T> ThenRenderAsync<T>(T outcome, CancellationToken cancel)
    {
        while (await rendering.RenderSomeAsync(cancel) > 0)
        {
            await Task.Yield();
        }

        return outcome;
    }
}
