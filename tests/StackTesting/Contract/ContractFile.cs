namespace Kthena.StackTesting.Contract;

/// <summary>The file as it is written.</summary>
internal sealed class ContractFile
{
    public required List<string> TargetLabels { get; set; }

    public required List<Emitter> Emitters { get; set; }

    internal sealed class Emitter
    {
        public string? Job { get; set; }

        public required string Profile { get; set; }

        public required List<string> Environments { get; set; }

        public string? Condition { get; set; }

        public required Dictionary<string, Metric> Metrics { get; set; }
    }

    internal sealed class Metric
    {
        public required string Type { get; set; }

        public required string Unit { get; set; }

        public required List<string> Labels { get; set; }
    }
}
