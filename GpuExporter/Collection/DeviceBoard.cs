using Kthena.GpuExporter.Devices;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Collection;

/// <summary>What the metrics show: the last snapshot, and whether it is stale. Logs each change once.</summary>
internal sealed class DeviceBoard(DeviceMetrics devices, XidMetrics xids, ExporterMetrics metrics, ILogger<DeviceBoard> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DeviceIdentity, Entry> _entries = [];
    private Snapshot? _shown;
    private (ExporterState State, string Reason)? _logged;

    /// <summary>Shows a snapshot, or with null that there is no new one.</summary>
    public void Show(Snapshot? snapshot)
    {
        lock (_lock)
        {
            if (snapshot is not null && !ReferenceEquals(snapshot, _shown))
                Replace(snapshot);
            var state = snapshot?.State ?? ExporterState.Stale;
            metrics.State(state, _shown?.DeviceCount ?? 0);
            Log(state, snapshot?.Reason ?? "the devices do not answer in time; what was read last is shown");
        }
    }

    private void Replace(Snapshot snapshot)
    {
        _shown = snapshot;
        var present = snapshot.Readings.Select(reading => reading.Identity).ToHashSet();
        // First those that go: one that only changed its driver has the same series under its next identity.
        foreach (var identity in _entries.Keys.Where(identity => !present.Contains(identity)).ToArray())
        {
            _entries[identity].Series.Remove();
            _entries.Remove(identity);
        }

        foreach (var reading in snapshot.Readings)
            Show(reading);
    }

    private void Show(DeviceReading reading)
    {
        if (!_entries.TryGetValue(reading.Identity, out var entry))
            _entries.Add(reading.Identity, entry = new Entry(new DeviceSeries(devices, reading.Identity)));
        entry.Series.Set(reading);
        if (reading.ReportsXids && !entry.ReportsXids)
            xids.Watch(reading.Identity);
        entry.ReportsXids |= reading.ReportsXids;

        if (entry.IsUp != reading.IsUp)
            logger.Log(reading.IsUp ? LogLevel.Information : LogLevel.Warning, "{Device} is {Condition}", reading.Identity.ToString(), reading.IsUp ? "up" : "down");
        entry.IsUp = reading.IsUp;
    }

    private void Log(ExporterState state, string reason)
    {
        if (_logged == (state, reason))
            return;
        _logged = (state, reason);
        if (state == ExporterState.Ok)
            logger.LogInformation("The exporter is in state ok, with {Devices} devices", _shown!.DeviceCount);
        else
            logger.LogWarning("The exporter is in state {State}: {Reason}", ExporterMetrics.Label(state), reason);
    }

    private sealed class Entry(DeviceSeries series)
    {
        public DeviceSeries Series => series;

        public bool? IsUp { get; set; }

        public bool ReportsXids { get; set; }
    }
}
