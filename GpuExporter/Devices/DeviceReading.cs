using System.Collections.Frozen;

namespace Kthena.GpuExporter.Devices;

/// <summary>One device as it was read once.</summary>
internal sealed class DeviceReading(DeviceIdentity identity)
{
    private static readonly int s_values = Enum.GetValues<DeviceValue>().Length;

    private readonly double?[] _values = new double?[s_values];

    public DeviceIdentity Identity => identity;

    /// <summary>False: the device is lost, or cannot be asked; nothing but its identity is known.</summary>
    public bool IsUp { get; init; }

    /// <summary>The one model that uses the device, empty when none does, <see cref="Attribution.ModelId.Multiple"/> when several do.</summary>
    public string Model { get; set; } = "";

    /// <summary>Memory of the device by model, in bytes.</summary>
    public IReadOnlyDictionary<string, double> ModelMemory { get; set; } = FrozenDictionary<string, double>.Empty;

    /// <summary>ECC errors that were corrected since the driver was loaded; null where the device has no ECC.</summary>
    public ulong? EccCorrected { get; set; }

    /// <summary>ECC errors that could not be corrected since the driver was loaded; null where the device has no ECC.</summary>
    public ulong? EccUncorrected { get; set; }

    /// <summary>The driver reports the XID errors of this device.</summary>
    public bool ReportsXids { get; set; }

    public double? this[DeviceValue kind]
    {
        get => _values[(int)kind];
        set => _values[(int)kind] = value;
    }

    /// <summary>The same device when it cannot be read.</summary>
    public static DeviceReading Down(DeviceIdentity identity) => new(identity);
}
