using Prometheus;

namespace Kthena.GpuExporter.Telemetry;

/// <summary>A counter that someone else counts: it follows, begins again when the other does, and is absent while the other is not known.</summary>
internal sealed class CountedSeries(Func<Counter.Child> create)
{
    private Counter.Child? _series;

    public void Set(ulong? count)
    {
        if (count is not { } known || _series?.Value > known)
        {
            _series?.Remove();
            _series = null;
        }

        if (count is { } reached)
            (_series ??= create()).IncTo(reached);
    }
}
