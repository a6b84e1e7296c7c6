using Microsoft.Extensions.Hosting;

namespace Kthena.ServiceDefaults.Shutdown;

/// <summary>Holds the stop of every other service, and so the closing of the listeners, until load balancers can have noticed.</summary>
internal sealed class ReadinessDelay(ShutdownOptions options, IHostApplicationLifetime lifetime, TimeProvider time) : IHostedLifecycleService
{
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // SIGTERM has done this already; a stop by code comes here first, and must be not ready during the delay too.
        lifetime.StopApplication();

        if (options.ReadinessDelay > TimeSpan.Zero)
            await Task.Delay(options.ReadinessDelay, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
