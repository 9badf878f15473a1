namespace Bijgespijkerd.Web.Platform.Data.Consistency;

/// <summary>What must hold between the rows of a feature, and between them and its files, whoever wrote them.</summary>
public interface IConsistency
{
    /// <summary>What is looked at, in a word or two for an operator.</summary>
    string Of { get; }

    /// <param name="db">A copy of the database, of one moment.</param>
    /// <returns>A line for each thing that does not hold.</returns>
    IAsyncEnumerable<string> FindAsync(BlogDb db, CancellationToken cancel);

    /// <summary>Makes anew what follows from the rest, in the write lane. What cannot be known any more is left as it is.</summary>
    Task RepairAsync(BlogDb db, CancellationToken cancel);
}
