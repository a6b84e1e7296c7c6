using System.Globalization;
using Kthena.GpuExporter.Devices;
using Prometheus;

namespace Kthena.GpuExporter.Telemetry;

/// <summary>XID errors, counted by the exporter since its start. A GPU that does not report them has no such series.</summary>
internal sealed class XidMetrics
{
    // Those on which NVIDIA's XID catalogue asks to act, so that their first occurrence is an increase and not a new series.
    private static readonly ulong[] s_known = [13, 31, 43, 45, 48, 62, 63, 64, 74, 79, 92, 94, 95, 119, 120];

    private const ulong Max = 999;

    private readonly Counter _errors;
    private readonly Gauge _last;

    public XidMetrics(IMetricFactory factory)
    {
        _errors = factory.CreateCounter("nvidia_gpu_xid_errors_total", "XID errors that the driver reported since the exporter's start.", ["gpu_id", "uuid", "xid"]);
        _last = factory.CreateGauge("nvidia_gpu_last_xid_error", "The last XID that the driver reported since the exporter's start, 0 for none.", ["gpu_id", "uuid"]);
    }

    /// <summary>Makes the series of a GPU that reports errors.</summary>
    public void Watch(DeviceIdentity gpu)
    {
        foreach (var xid in s_known)
            Errors(gpu, xid);
        _last.WithLabels(gpu.GpuId, gpu.Uuid);
    }

    public void Record(DeviceIdentity gpu, ulong xid)
    {
        Errors(gpu, xid).Inc();
        _last.WithLabels(gpu.GpuId, gpu.Uuid).Set(xid);
    }

    private Counter.Child Errors(DeviceIdentity gpu, ulong xid) =>
        _errors.WithLabels(gpu.GpuId, gpu.Uuid, xid <= Max ? xid.ToString(CultureInfo.InvariantCulture) : "other");
}
