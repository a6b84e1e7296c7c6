using Kthena.GpuExporter.Nvml;
using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Gpus;

/// <summary>Judges what the calls about one device return: counts errors, logs each change once, and notices when the device is lost.</summary>
/// <param name="metrics">Where errors are counted.</param>
/// <param name="logger">Where changes are logged.</param>
/// <param name="device">The device, for log lines.</param>
internal sealed class Calls(ExporterMetrics metrics, ILogger logger, string device)
{
    private readonly Dictionary<string, NvmlReturn> _failing = [];
    private bool _answered;

    /// <summary>Why the device cannot be read, as far as the calls since <see cref="Begin"/> say.</summary>
    public NvmlReturn? Refusal { get; private set; }

    /// <summary>The device is there: something was answered, and nothing said that it is lost.</summary>
    public bool IsUp => _answered && Refusal is null;

    public void Begin()
    {
        Refusal = null;
        _answered = false;
    }

    /// <summary>Whether a value was read.</summary>
    /// <exception cref="SessionLostException">The driver is not the one that was opened.</exception>
    public bool Read(NvmlReturn code, string value)
    {
        if (code == NvmlReturn.Success || code.IsAbsent())
        {
            _answered = true;
            if (_failing.Remove(value))
                logger.LogInformation("{Device}: the {Value} can be read again", device, value);
            return code == NvmlReturn.Success;
        }

        metrics.Error(code.Label());
        if (code.IsSessionLost())
            throw new SessionLostException(code);
        if (code.IsDeviceLost())
            Refusal = code;
        if (!_failing.TryGetValue(value, out var before) || before != code)
            logger.LogWarning("{Device}: the {Value} cannot be read: {Code}", device, value, code.Label());
        _failing[value] = code;
        return false;
    }

    /// <summary>The same for a call without which the device cannot be read at all.</summary>
    /// <exception cref="SessionLostException">The driver is not the one that was opened.</exception>
    public bool Need(NvmlReturn code, string value)
    {
        if (Read(code, value))
            return true;
        Refusal ??= code;
        return false;
    }
}
