using System.Globalization;

namespace Kthena.SampleModelServer.Faults.Gpus;

/// <summary>A fault of one GPU of the fake NVML.</summary>
internal sealed class GpuFaultEffect : IFaultEffect
{
    // NVML_ERROR_GPU_IS_LOST.
    private const int GpuIsLost = 15;

    private readonly GpuControlFile? _control;
    private readonly Func<ActiveFault, string> _line;

    private GpuFaultEffect(FaultDefinition definition, GpuControlFile? control, Func<ActiveFault, string> line)
    {
        Definition = definition;
        _control = control;
        _line = line;
    }

    public FaultDefinition Definition { get; }

    public static GpuFaultEffect Busy(GpuControlFile control, TimeProvider time) => new(
        new FaultDefinition("gpu-busy", FaultScope.Gpu, Value: new FaultValue(Default: 98, Min: 0, Max: 100, "percent")), control,
        fault => Line($"gpu {fault.Gpu} utilization {fault.Value:0}"));

    public static GpuFaultEffect Hot(GpuControlFile? control, TimeProvider time) => new(
        new FaultDefinition("gpu-hot", FaultScope.Gpu, Value: new FaultValue(Default: 95, Min: 0, Max: 150, "degrees Celsius")), control,
        fault => Line($"gpu {fault.Gpu} temperature {fault.Value:0}"));

    public static GpuFaultEffect Lost(GpuControlFile? control, TimeProvider time) => new(
        new FaultDefinition("gpu-lost", FaultScope.Gpu), control, fault => Line($"error * {fault.Gpu} {GpuIsLost}"));

    // The number of an event in its sequence only has to grow, beyond a restart too.
    public static GpuFaultEffect Xid(GpuControlFile? control, TimeProvider time) => new(
        new FaultDefinition("gpu-xid", FaultScope.Gpu, Value: new FaultValue(Default: 79, Min: 1, Max: 999, "the number of the XID")), control,
        fault => Line($"xid {time.GetUtcNow().UtcTicks} {fault.Gpu} {fault.Value:0}"));

    public Task BeginAsync(ActiveFault fault)
    {
        if (_control is null)
            throw new FaultRefusedException("There is no GPU that could fail: start the graph with --Gpu:Device=fake.");

        _control.Set(Fact(fault), _line(fault));
        return Task.CompletedTask;
    }

    public Task EndAsync(ActiveFault fault)
    {
        _control?.Set(Fact(fault), null);
        return Task.CompletedTask;
    }

    private static string Fact(ActiveFault fault) => $"{fault.Name} {fault.Gpu}";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
