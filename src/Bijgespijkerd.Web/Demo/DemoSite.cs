namespace Bijgespijkerd.Web.Demo;
public sealed class DemoSite { public Task LoadIfWantedAsync(CancellationToken c) => Task.CompletedTask; }
