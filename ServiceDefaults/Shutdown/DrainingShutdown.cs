using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kthena.ServiceDefaults.Shutdown;

internal static class DrainingShutdown
{
    /// <summary>
    /// On SIGTERM: not ready at once, listeners open for the readiness delay, then closed while requests in flight finish, then exit 0.
    /// </summary>
    public static void AddDrainingShutdown(this IHostApplicationBuilder builder)
    {
        var options = ShutdownOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddHostedService<ReadinessDelay>();

        // The host counts from the signal, so the delay comes on top of what requests in flight may take.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ReadinessDelay + options.Timeout);
    }
}
