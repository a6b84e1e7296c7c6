using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Kthena.SampleModelServer.Tests;

[Collection(Alone.Name)]
public sealed class PipelineAllocationTests
{
    private const int Few = 16;
    private const int Many = 256;

    [Theory]
    [InlineData("4096", "false")]
    [InlineData("0", "false")]
    [InlineData("4096", "true")]
    public async Task A_text_more_in_a_request_allocates_nothing_on_its_way_through_queue_batches_and_cache(string cacheCapacity, string faultsEnabled)
    {
        await using var server = await TestServer.StartAsync(new() { ["Cache:Capacity"] = cacheCapacity, ["Faults:Enabled"] = faultsEnabled });
        // Every text is new, so that each is looked up, computed and kept.
        var few = Enumerable.Range(0, 100).Select(i => Request(server, Few, $"few {i}")).ToArray();
        var many = Enumerable.Range(0, 100).Select(i => Request(server, Many, $"many {i}")).ToArray();

        var perFew = await LeastAsync(server, few);
        var perMany = await LeastAsync(server, many);

        Assert.InRange(perMany, 0, perFew + Many);
    }

    [Fact]
    public async Task Faults_that_are_enabled_and_not_active_allocate_nothing()
    {
        await using var without = await TestServer.StartAsync();
        await using var with = await TestServer.StartAsync(new() { ["Faults:Enabled"] = "true" });

        var plain = await LeastAsync(without, Enumerable.Range(0, 100).Select(i => Request(without, Few, $"plain {i}")).ToArray());
        var enabled = await LeastAsync(with, Enumerable.Range(0, 100).Select(i => Request(with, Few, $"plain {i}")).ToArray());

        Assert.InRange(enabled, 0, plain);
    }

    /// <summary>The least that one of the requests allocated in the whole process: whatever else it does at times is left out.</summary>
    private static async Task<long> LeastAsync(TestServer server, IEnumerable<ClassificationRequest> requests)
    {
        var pipeline = server.Services.GetRequiredService<IInferencePipeline>();
        var least = long.MaxValue;
        foreach (var request in requests)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            (await pipeline.ClassifyAsync(request, TestContext.Current.CancellationToken)).Dispose();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    private static ClassificationRequest Request(TestServer server, int texts, string name)
    {
        Assert.True(server.Services.GetRequiredService<ModelRegistry>().TryGet(TestServer.Model, out var entry));
        return new ClassificationRequest(entry, [.. Enumerable.Range(0, texts).Select(i => $"sentence {i} of {name}")]);
    }
}

/// <summary>Tests that count what the whole process does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
