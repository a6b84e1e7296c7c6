namespace Kthena.Bench.ModelServer;

/// <summary>Measures things in one run that are compared with each other, and prints them.</summary>
internal interface IBenchmark
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a few words.</summary>
    string Summary { get; }

    /// <returns>The bars that what was measured has to hold.</returns>
    /// <exception cref="BenchmarkException">It could not be measured.</exception>
    Task<IReadOnlyList<Bar>> RunAsync(BenchRun run, CancellationToken cancellationToken);
}
