using System.Buffers.Text;
using System.Runtime.Versioning;
using Prometheus;

namespace Kthena.ServiceDefaults.Metrics;

/// <summary>
/// What every service says about its own process, under prometheus-net's names, from two small files of the kernel. prometheus-net's own way asks for
/// every thread and follows every descriptor, which costs a scrape more than all other metrics of a small service together.
/// </summary>
/// <remarks>Source: proc_pid_statm(5), proc_pid_stat(5).</remarks>
[SupportedOSPlatform("linux")]
internal sealed class ProcessMetrics
{
    private const string Statm = "/proc/self/statm";
    private const string Stat = "/proc/self/stat";

    // Fields behind the name, which is the second one and ends with the last parenthesis: num_threads is the 20th of all.
    private const int ThreadsField = 20 - 3;

    private readonly Counter _cpu;
    private readonly Gauge _virtualMemory;
    private readonly Gauge _workingSet;
    private readonly Gauge _privateMemory;
    private readonly Gauge _openHandles;
    private readonly Gauge _threads;
    private readonly Gauge _managedMemory;
    private readonly Counter.Child[] _collections;
    private readonly byte[] _buffer = new byte[1024];
    private readonly Lock _lock = new();

    private ProcessMetrics(MetricFactory metrics)
    {
        var collections = metrics.CreateCounter("dotnet_collection_count_total", "Garbage collections.", ["generation"]);
        _collections = [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(generation => collections.WithLabels($"{generation}"))];
        _managedMemory = metrics.CreateGauge("dotnet_total_memory_bytes", "Managed memory that is in use or not yet collected.");
        _cpu = metrics.CreateCounter("process_cpu_seconds_total", "Processor time of the process, user and system.");
        _virtualMemory = metrics.CreateGauge("process_virtual_memory_bytes", "Size of the process's address space.");
        _workingSet = metrics.CreateGauge("process_working_set_bytes", "Memory of the process that is resident.");
        _privateMemory = metrics.CreateGauge("process_private_memory_bytes", "Data and stack of the process.");
        _openHandles = metrics.CreateGauge("process_open_handles", "Open file descriptors.");
        _threads = metrics.CreateGauge("process_num_threads", "Threads of the process.");

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        var start = new DateTimeOffset(process.StartTime.ToUniversalTime());
        metrics.CreateGauge("process_start_time_seconds", "When the process was started, in seconds since 1970.").Set(start.ToUnixTimeMilliseconds() / 1e3);
    }

    /// <summary>Reads the figures before each scrape of a registry.</summary>
    public static void Register(CollectorRegistry registry)
    {
        var process = new ProcessMetrics(Prometheus.Metrics.WithCustomRegistry(registry));
        registry.AddBeforeCollectCallback(process.Update);
    }

    private void Update()
    {
        lock (_lock)
        {
            for (var generation = 0; generation < _collections.Length; generation++)
                _collections[generation].IncTo(GC.CollectionCount(generation));
            _managedMemory.Set(GC.GetTotalMemory(forceFullCollection: false));
            _cpu.IncTo(Environment.CpuUsage.TotalTime.TotalSeconds);

            var statm = Read(Statm);
            _virtualMemory.Set(Field(statm, 0) * Environment.SystemPageSize);
            _workingSet.Set(Field(statm, 1) * Environment.SystemPageSize);
            _privateMemory.Set(Field(statm, 5) * Environment.SystemPageSize);
            var stat = Read(Stat);
            _threads.Set(Field(stat[(stat.LastIndexOf((byte)')') + 2)..], ThreadsField));
            if (OpenDescriptors.Count() is { } descriptors)
                _openHandles.Set(descriptors);
        }
    }

    private ReadOnlySpan<byte> Read(string path)
    {
        using var file = File.OpenHandle(path);
        return _buffer.AsSpan(0, RandomAccess.Read(file, _buffer, fileOffset: 0));
    }

    private static double Field(ReadOnlySpan<byte> line, int index)
    {
        foreach (var field in line.Split((byte)' '))
        {
            if (index-- == 0)
                return Utf8Parser.TryParse(line[field], out long number, out _) ? number : double.NaN;
        }

        return double.NaN;
    }
}
