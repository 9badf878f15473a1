namespace Bijgespijkerd.Tests.Support;

/// <summary>Tests that each have a site of their own.</summary>
public abstract class BlogTests(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    protected TestBlog Blog { get; } = new(settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await Blog.DisposeAsync();
}
