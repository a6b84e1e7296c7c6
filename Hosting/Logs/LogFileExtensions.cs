using Aspire.Hosting.Logs;
using Aspire.Hosting.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Keeps what the resources of a running graph write.</summary>
public static class LogFileExtensions
{
    /// <summary>
    /// Writes the console output of each resource to <c>logs/{resource}.log</c> in the run's state folder, which
    /// <c>.state/latest</c> points to. A file that has grown to 10 MiB becomes <c>{resource}.log.1</c> and a new one begins.
    /// In publish mode nothing is added.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IDistributedApplicationBuilder AddLogFiles(this IDistributedApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.ExecutionContext.IsPublishMode) return builder;

        var state = StateFolder.For(builder);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<ResourceLogFiles>(services, state));
        return builder;
    }
}
