namespace Kthena.StackTesting.Contract;

/// <summary>Who exposes metrics.</summary>
/// <param name="Job">The job that scrapes it; <c>*</c>: Prometheus makes them for every target; null: rules make them.</param>
/// <param name="Profile">The names that it speaks: <c>sample</c>, or those of a release of Kthena.</param>
/// <param name="Environments">Where it runs: process, container, cluster.</param>
/// <param name="Condition">What must be there besides, null for nothing.</param>
public sealed record ContractEmitter(string? Job, string Profile, IReadOnlyList<string> Environments, string? Condition)
{
    public const string EveryJob = "*";
}
