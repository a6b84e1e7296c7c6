using System.Globalization;

namespace Kthena.SampleModelServer.Pipeline;

/// <summary>Limits of a request.</summary>
/// <param name="Deadline">
/// Configuration key <c>Inference:Deadline</c>, above 0 and up to 60 seconds (the last bucket of the latency), 10 seconds by default: the time
/// from a request's headers to its answer.
/// </param>
internal sealed record InferenceOptions(TimeSpan Deadline)
{
    /// <summary>The most bytes of a request's body.</summary>
    public const int MaxBodyBytes = 1 << 20;

    /// <summary>The most texts in a request.</summary>
    public const int MaxInputs = 256;

    private static readonly TimeSpan s_default = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_max = TimeSpan.FromSeconds(60);

    /// <exception cref="InvalidOperationException">The deadline is out of its range.</exception>
    public static InferenceOptions Read(IConfiguration configuration)
    {
        var value = configuration["Inference:Deadline"];
        if (string.IsNullOrEmpty(value))
            return new InferenceOptions(s_default);

        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var deadline) && deadline > TimeSpan.Zero && deadline <= s_max
            ? new InferenceOptions(deadline)
            : throw new InvalidOperationException($"Inference:Deadline is '{value}': give a time above 0 and up to {s_max:c}, as hours:minutes:seconds.");
    }
}
