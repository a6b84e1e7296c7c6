using Kthena.GpuExporter.Attribution;
using Kthena.GpuExporter.Devices;
using Prometheus;

namespace Kthena.GpuExporter.Telemetry;

/// <summary>
/// The families of the devices' metrics. All of them name the device by <c>gpu_id</c>, <c>uuid</c> and, for a part of a GPU by MIG,
/// <c>gpu_instance_id</c> and <c>compute_instance_id</c>, which are empty for others.
/// </summary>
internal sealed class DeviceMetrics
{
    private static readonly string[] s_device = ["gpu_id", "uuid", "gpu_instance_id", "compute_instance_id"];
    private static readonly string[] s_deviceAndModel = [.. s_device, ModelId.Label];
    private static readonly GaugeConfiguration s_hiddenUntilSet = new() { SuppressInitialValue = true };

    private readonly Dictionary<DeviceValue, Gauge> _values;
    private readonly Gauge _clock;
    private readonly Gauge _modelMemory;
    private readonly Counter _ecc;
    private readonly Gauge _info;
    private readonly Gauge _up;

    public DeviceMetrics(IMetricFactory factory)
    {
        Gauge Value(string name, string help) => factory.CreateGauge(name, help, s_deviceAndModel, s_hiddenUntilSet);

        _values = new()
        {
            [DeviceValue.Utilization] = Value("nvidia_gpu_utilization_percent", "Share of the last sample period in which the device was computing, 0 to 100."),
            [DeviceValue.MemoryUsed] = Value("nvidia_gpu_memory_usage_bytes", "Memory of the device in use."),
            [DeviceValue.MemoryTotal] = Value("nvidia_gpu_memory_total_bytes", "Memory that the device has."),
            [DeviceValue.Temperature] = Value("nvidia_gpu_temperature_celsius", "Temperature of the device."),
            [DeviceValue.PowerUsage] = Value("nvidia_gpu_power_usage_watts", "Power that the device draws, its memory included."),
            [DeviceValue.PowerLimit] = Value("nvidia_gpu_power_limit_watts", "Power that the device may draw: the lowest limit in force."),
        };
        _clock = factory.CreateGauge("nvidia_gpu_clock_hertz", "Clock of the streaming multiprocessors or of the memory.", [.. s_deviceAndModel, "clock"], s_hiddenUntilSet);
        _modelMemory = factory.CreateGauge("nvidia_gpu_model_memory_usage_bytes", "Memory of the device that the processes of a model use.", s_deviceAndModel);
        _ecc = factory.CreateCounter(
            "nvidia_gpu_ecc_errors_total", "Memory errors that ECC corrected or could not correct, since the driver was loaded.", ["gpu_id", "uuid", "type"]);
        _info = factory.CreateGauge(
            "nvidia_gpu_info", "What a device is; device says how it is measured: nvml, or software for a model server's processor time.",
            [.. s_device, "name", "pci_bus_id", "driver_version", "device"]);
        _up = factory.CreateGauge("nvidia_gpu_device_up", "1 while the device can be read, 0 while it is lost or cannot be reached.", s_device);
    }

    public Gauge.Child Value(DeviceValue value, DeviceIdentity device, string model) => value switch
    {
        DeviceValue.SmClock => _clock.WithLabels(device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance, model, "sm"),
        DeviceValue.MemoryClock => _clock.WithLabels(device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance, model, "memory"),
        _ => _values[value].WithLabels(device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance, model),
    };

    public Gauge.Child ModelMemory(DeviceIdentity device, string model) =>
        _modelMemory.WithLabels(device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance, model);

    public Counter.Child Ecc(DeviceIdentity device, string type) => _ecc.WithLabels(device.GpuId, device.Uuid, type);

    public Gauge.Child Up(DeviceIdentity device) => _up.WithLabels(device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance);

    public Gauge.Child Info(DeviceIdentity device) => _info.WithLabels(
        device.GpuId, device.Uuid, device.GpuInstance, device.ComputeInstance, device.Name, device.PciBusId, device.DriverVersion,
        device.Kind == DeviceKind.Software ? "software" : "nvml");
}
