namespace Kthena.SampleModelServer.Batching;

/// <summary>A bound on how fast the batches of one model are made. Not safe for several threads.</summary>
/// <param name="interval">The least time from the beginning of one to that of the next.</param>
/// <param name="maxTexts">The most texts in one.</param>
/// <param name="time">The clock.</param>
internal sealed class BatchPace(TimeSpan interval, int maxTexts, TimeProvider time)
{
    private long? _last;

    public int MaxTexts => maxTexts;

    public void Began(long now) => _last = now;

    /// <summary>How long the next one has to wait; not positive when it need not.</summary>
    public TimeSpan Left(long now) => _last is { } last ? interval - time.GetElapsedTime(last, now) : TimeSpan.Zero;
}
