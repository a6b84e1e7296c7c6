using System.Collections.Frozen;
using Kthena.GpuExporter.Devices;
using Prometheus;

namespace Kthena.GpuExporter.Telemetry;

/// <summary>The series of one device, found once and kept: a scrape only sets numbers. One thread at a time.</summary>
internal sealed class DeviceSeries
{
    private static readonly DeviceValue[] s_values = Enum.GetValues<DeviceValue>();

    private readonly DeviceMetrics _metrics;
    private readonly DeviceIdentity _device;
    private readonly Gauge.Child _info;
    private readonly Gauge.Child _up;
    private readonly Gauge.Child?[] _values = new Gauge.Child?[s_values.Length];
    private readonly Dictionary<string, Gauge.Child> _modelMemory = [];
    private readonly CountedSeries _corrected;
    private readonly CountedSeries _uncorrected;
    private string _model = "";

    public DeviceSeries(DeviceMetrics metrics, DeviceIdentity device)
    {
        _metrics = metrics;
        _device = device;
        _info = metrics.Info(device);
        _info.Set(1);
        _up = metrics.Up(device);
        _corrected = new CountedSeries(() => metrics.Ecc(device, "corrected"));
        _uncorrected = new CountedSeries(() => metrics.Ecc(device, "uncorrected"));
    }

    public void Set(DeviceReading reading)
    {
        if (reading.Model != _model)
        {
            RemoveValues();
            _model = reading.Model;
        }

        foreach (var value in s_values)
            Set(value, reading[value]);
        SetModelMemory(reading.ModelMemory);
        _corrected.Set(reading.EccCorrected);
        _uncorrected.Set(reading.EccUncorrected);
        _up.Set(reading.IsUp ? 1 : 0);
    }

    /// <summary>Takes the device out of the metrics.</summary>
    public void Remove()
    {
        RemoveValues();
        SetModelMemory(FrozenDictionary<string, double>.Empty);
        _corrected.Set(null);
        _uncorrected.Set(null);
        _up.Remove();
        _info.Remove();
    }

    private void Set(DeviceValue value, double? number)
    {
        ref var series = ref _values[(int)value];
        if (number is { } known)
        {
            (series ??= _metrics.Value(value, _device, _model)).Set(known);
        }
        else
        {
            series?.Remove();
            series = null;
        }
    }

    private void SetModelMemory(IReadOnlyDictionary<string, double> memory)
    {
        foreach (var model in _modelMemory.Keys.Where(model => !memory.ContainsKey(model)).ToArray())
        {
            _modelMemory[model].Remove();
            _modelMemory.Remove(model);
        }

        foreach (var (model, bytes) in memory)
        {
            if (!_modelMemory.TryGetValue(model, out var series))
                _modelMemory[model] = series = _metrics.ModelMemory(_device, model);
            series.Set(bytes);
        }
    }

    private void RemoveValues()
    {
        foreach (var value in s_values)
            Set(value, null);
    }
}
