namespace Bijgespijkerd.Tests.Support;

/// <summary>Tests that measure the whole process: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
#pragma warning disable CA1711 // xUnit calls it a collection.
public sealed class Alone;
