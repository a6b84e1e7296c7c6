namespace Kthena.GpuExporter.Devices;

/// <summary>What one collection found.</summary>
/// <param name="State">How it went.</param>
/// <param name="Reason">The same for a log line; the same text as long as nothing changes.</param>
/// <param name="DeviceCount">Devices that are there now, without MIG's parts of them.</param>
/// <param name="Readings">Every device that is there or was, and MIG's parts.</param>
internal sealed record Snapshot(ExporterState State, string Reason, int DeviceCount, IReadOnlyList<DeviceReading> Readings);
