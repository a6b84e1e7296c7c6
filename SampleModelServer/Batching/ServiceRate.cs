namespace Kthena.SampleModelServer.Batching;

/// <summary>How long a text takes to compute, as an exponentially weighted mean over batches.</summary>
internal sealed class ServiceRate
{
    private const double Weight = 0.1;

    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(60);

    private double? _secondsPerText;

    public void Observe(int texts, TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds / texts;
        _secondsPerText += Weight * (seconds - _secondsPerText);
        _secondsPerText ??= seconds;
    }

    /// <summary>When that many texts should have been computed: whole seconds from 1 to 60, as <c>Retry-After</c> has it.</summary>
    public TimeSpan TimeFor(int texts, int workers)
    {
        var seconds = Math.Ceiling(texts * (_secondsPerText ?? 0) / workers);
        return seconds <= s_least.TotalSeconds ? s_least : seconds >= s_most.TotalSeconds ? s_most : TimeSpan.FromSeconds(seconds);
    }
}
