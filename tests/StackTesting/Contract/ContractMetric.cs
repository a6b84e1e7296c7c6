namespace Kthena.StackTesting.Contract;

/// <summary>A metric of the contract.</summary>
/// <param name="Name">As its <c># TYPE</c> line names it.</param>
/// <param name="Type">counter, gauge, histogram or summary.</param>
/// <param name="Unit">What is counted or measured.</param>
/// <param name="Labels">Its own labels, those of targets apart.</param>
/// <param name="Emitter">Who exposes it, and where.</param>
public sealed record ContractMetric(string Name, string Type, string Unit, IReadOnlyList<string> Labels, ContractEmitter Emitter)
{
    /// <summary>The series that a scrape of it makes, each with its own labels.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Labels)> Series => Type switch
    {
        "histogram" => [($"{Name}_bucket", [.. Labels, "le"]), ($"{Name}_sum", Labels), ($"{Name}_count", Labels)],
        "summary" => [(Name, [.. Labels, "quantile"]), ($"{Name}_sum", Labels), ($"{Name}_count", Labels)],
        _ => [(Name, Labels)],
    };
}
