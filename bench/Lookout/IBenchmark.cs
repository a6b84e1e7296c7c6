using Kthena.Bench.Lookout.Browsing;

namespace Kthena.Bench.Lookout;

/// <summary>Measures one side of the page, and prints it.</summary>
internal interface IBenchmark
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a few words.</summary>
    string Summary { get; }

    /// <returns>The bars that what was measured has to hold.</returns>
    /// <exception cref="BenchmarkException">It could not be measured.</exception>
    Task<IReadOnlyList<Bar>> RunAsync(Chromium chromium, CancellationToken cancellationToken);
}
