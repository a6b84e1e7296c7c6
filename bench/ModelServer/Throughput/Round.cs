namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>What a worker classified in one round.</summary>
internal sealed record Round(long Texts, double Seconds)
{
    public double TextsPerSecond => Texts / Seconds;
}
