namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>What a <see cref="Worker"/> is asked; <c>lande.mjs</c> knows the same.</summary>
internal static class WorkerVerbs
{
    public const string Labels = "labels";

    /// <summary>Followed by the seconds.</summary>
    public const string Run = "run";
}
