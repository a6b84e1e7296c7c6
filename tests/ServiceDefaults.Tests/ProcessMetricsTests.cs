using System.Globalization;
using System.Runtime.InteropServices;

namespace Kthena.ServiceDefaults.Tests;

/// <summary>What a service says about its own process, against what the test does to that process.</summary>
public sealed class ProcessMetricsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_figure_is_there_and_is_that_of_a_process_that_runs()
    {
        await using var service = await TestService.StartAsync();
        // The runtime may not have counted its memory before the first collection.
        GC.Collect();

        foreach (var name in (string[])
            ["process_cpu_seconds_total", "process_virtual_memory_bytes", "process_working_set_bytes", "process_private_memory_bytes", "process_open_handles", "process_num_threads", "dotnet_total_memory_bytes"])
            Assert.True(await Value(service, name) > 0, name);
        Assert.InRange(
            DateTimeOffset.FromUnixTimeSeconds((long)await Value(service, "process_start_time_seconds")), TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Open_files_are_counted()
    {
        await using var service = await TestService.StartAsync();
        var before = await Value(service, "process_open_handles");

        var files = Enumerable.Range(0, 500).Select(_ => File.OpenHandle("/dev/null")).ToList();
        var after = await Value(service, "process_open_handles");
        files.ForEach(file => file.Dispose());

        Assert.InRange(after - before, 450, 550);
    }

    [Fact]
    public async Task Threads_are_counted()
    {
        await using var service = await TestService.StartAsync();
        var before = await Value(service, "process_num_threads");
        using var end = new ManualResetEventSlim();

        var threads = Enumerable.Range(0, 100).Select(_ => new Thread(end.Wait)).ToList();
        threads.ForEach(thread => thread.Start());
        var after = await Value(service, "process_num_threads");
        end.Set();

        Assert.InRange(after - before, 80, 120);
    }

    [Fact]
    public async Task Memory_in_use_is_resident()
    {
        const int Size = 400 << 20;
        await using var service = await TestService.StartAsync();
        var before = await Value(service, "process_working_set_bytes");

        double after;
        var memory = Marshal.AllocHGlobal(Size);
        try
        {
            for (var page = 0; page < Size; page += Environment.SystemPageSize)
                Marshal.WriteByte(memory, page, 1);
            after = await Value(service, "process_working_set_bytes");
        }
        finally
        {
            Marshal.FreeHGlobal(memory);
        }

        Assert.InRange(after - before, 0.7 * Size, 1.3 * Size);
    }

    [Fact]
    public async Task Processor_time_and_collections_grow()
    {
        await using var service = await TestService.StartAsync();
        var (cpu, collections) = (await Value(service, "process_cpu_seconds_total"), await Value(service, "dotnet_collection_count_total{generation=\"2\"}"));

        GC.Collect();

        Assert.True(await Value(service, "process_cpu_seconds_total") > cpu);
        Assert.True(await Value(service, "dotnet_collection_count_total{generation=\"2\"}") > collections);
    }

    private static async Task<double> Value(TestService service, string series)
    {
        var exposition = await service.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
        return double.Parse(
            exposition.Split('\n').Single(line => line.StartsWith(series + " ", StringComparison.Ordinal))[(series.Length + 1)..], CultureInfo.InvariantCulture);
    }
}
