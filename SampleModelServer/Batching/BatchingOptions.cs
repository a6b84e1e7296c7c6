namespace Kthena.SampleModelServer.Batching;

/// <summary>How requests wait and become batches.</summary>
/// <param name="MaxBatchSize">Configuration key <c>Inference:MaxBatchSize</c>, 1 to 256, 32 by default: the most texts that are computed together.</param>
/// <param name="MaxBatchDelay">
/// Configuration key <c>Inference:MaxBatchDelay</c>, 0 to 1 second, 0 by default: how long a text may wait for others to fill its batch. At 0 a
/// batch is what came while the one before was computed.
/// </param>
/// <param name="QueueCapacity">
/// Configuration key <c>Inference:QueueCapacity</c>, 1 to 10000, 256 by default: the most requests that wait for one model; a part is kept for higher
/// priorities (<see cref="RequestPriorities.Share"/>).
/// </param>
/// <param name="Workers">
/// Configuration key <c>Inference:Workers</c>, 1 to 256, by default one for each processor but one, which is left to the connections: threads that
/// compute, for all models together.
/// </param>
internal sealed record BatchingOptions(int MaxBatchSize, TimeSpan MaxBatchDelay, int QueueCapacity, int Workers)
{
    /// <exception cref="SettingsException">A setting is out of its range; the message names it and what it may be.</exception>
    public static BatchingOptions Read(IConfiguration configuration) => new(
        configuration.Whole("Inference:MaxBatchSize", 32, 1, 256),
        configuration.Time("Inference:MaxBatchDelay", TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1)),
        configuration.Whole("Inference:QueueCapacity", 256, 1, 10_000),
        configuration.Whole("Inference:Workers", Math.Max(1, Environment.ProcessorCount - 1), 1, 256));
}
