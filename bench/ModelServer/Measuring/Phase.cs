namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>A time of constant load.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Load">The rate of requests, as a multiple of the server's capacity.</param>
/// <param name="Duration">How long it is.</param>
internal sealed record Phase(string Name, double Load, TimeSpan Duration);
