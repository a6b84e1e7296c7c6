using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kthena.SampleModelServer.Tests;

public sealed class ShutdownTests
{
    [Fact]
    public async Task What_was_admitted_is_answered_before_the_server_ends()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, settings: new() { ["Inference:MaxBatchSize"] = "2", ["Inference:Workers"] = "1" });
        backend.Hold();
        var answers = Enumerable.Range(0, 20).Select(i => server.ClassifyAsync($"text {i}")).ToArray();
        await Eventually.Async(async () => backend.Held == 1 && await server.QueueDepthAsync() + backend.Batches[0].Length == 20);

        var stop = server.Services.GetRequiredService<IHost>().StopAsync(TestContext.Current.CancellationToken);
        Assert.True(server.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        backend.Release();

        foreach (var answer in await Task.WhenAll(answers))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await stop;
    }
}
