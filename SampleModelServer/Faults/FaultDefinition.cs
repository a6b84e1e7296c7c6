namespace Kthena.SampleModelServer.Faults;

/// <summary>A fault that can be injected, and what may be said about it.</summary>
/// <param name="Name">The name in the API.</param>
/// <param name="Scope">What it strikes.</param>
/// <param name="TakesShare">Whether it may strike a share of the requests only.</param>
/// <param name="Value">What its value means; null where it has none.</param>
internal sealed record FaultDefinition(string Name, FaultScope Scope, bool TakesShare = false, FaultValue? Value = null);

/// <summary>The number that goes with a fault.</summary>
/// <param name="Default">What it is when nobody says.</param>
/// <param name="Min">The least that it may be.</param>
/// <param name="Max">The most that it may be.</param>
/// <param name="Unit">What it counts, in words.</param>
internal sealed record FaultValue(double Default, double Min, double Max, string Unit);
