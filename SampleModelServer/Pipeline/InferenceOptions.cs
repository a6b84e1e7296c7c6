namespace Kthena.SampleModelServer.Pipeline;

/// <summary>Limits of requests.</summary>
/// <param name="Deadline">
/// Configuration key <c>Inference:Deadline</c>, above 0 and up to 60 seconds (the last bucket of the latency), 10 seconds by default: the time
/// from a request's headers to its answer.
/// </param>
/// <param name="MaxConcurrentRequests">
/// Configuration key <c>Inference:MaxConcurrentRequests</c>, 1 to 100000, 1024 by default: the most requests that are received, wait or are answered
/// at a time, over all models. It bounds the memory of bodies and answers.
/// </param>
internal sealed record InferenceOptions(TimeSpan Deadline, int MaxConcurrentRequests)
{
    /// <summary>The most bytes of a request's body.</summary>
    public const int MaxBodyBytes = 1 << 20;

    /// <summary>The most texts in a request.</summary>
    public const int MaxInputs = 256;

    /// <exception cref="SettingsException">A setting is out of its range.</exception>
    public static InferenceOptions Read(IConfiguration configuration) => new(
        configuration.Time("Inference:Deadline", TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(60)),
        configuration.Whole("Inference:MaxConcurrentRequests", 1024, 1, 100_000));
}
