using Kthena.GpuExporter.Telemetry;

namespace Kthena.GpuExporter.Attribution.Local;

/// <summary>
/// The model that a process serves, from how it was started: its environment, then its command line, then the same of the processes that
/// started it (an engine's workers often overwrite their own command line). Answers are kept for some seconds. One thread at a time.
/// </summary>
internal sealed class ProcessModels(ExporterOptions options, ModelNames names, ExporterMetrics metrics, TimeProvider time, ILogger<ProcessModels> logger)
{
    private const int MaxAncestors = 4;
    private const int MaxCached = 4096;

    private static readonly TimeSpan s_keep = TimeSpan.FromSeconds(5);

    private readonly Dictionary<uint, (string Model, long Asked)> _cache = [];
    private bool _isDenied;

    /// <summary>The model, <see cref="ModelId.Multiple"/>, or empty for a process that serves none or cannot be seen.</summary>
    public string Of(uint pid)
    {
        if (_cache.TryGetValue(pid, out var known) && time.GetElapsedTime(known.Asked) < s_keep)
            return known.Model;

        var model = Find(pid);
        if (_cache.Count >= MaxCached)
            _cache.Clear();
        _cache[pid] = (model, time.GetTimestamp());
        return model;
    }

    private string Find(uint pid)
    {
        for (var generation = 0; generation <= MaxAncestors && pid > 1; generation++)
        {
            var process = new ProcessFiles(options.ProcRoot, pid);
            if (Named(process) is { Length: > 0 } model)
                return model;
            pid = process.Parent();
        }

        return "";
    }

    private string Named(ProcessFiles process)
    {
        string[] found;
        try
        {
            found = EnvironmentModels.In(process.Environment());
            if (_isDenied)
                logger.LogInformation("The environment of processes can be read again");
            _isDenied = false;
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            metrics.AttributionError(ExporterMetrics.FromProcesses);
            if (!_isDenied)
                logger.LogWarning("The environment of process {Pid} cannot be read, so a model may not be known by its process: {Reason}", process.Pid, denied.Message);
            _isDenied = true;
            found = [];
        }

        if (found is [])
            found = CommandLineModel.In(process.CommandLine()) is { } model ? [model] : [];
        return found.Select(names.Admit).Aggregate("", ModelId.Merge);
    }
}
