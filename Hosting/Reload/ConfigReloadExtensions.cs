using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Reload;

/// <summary>Reloads a running tool when its files change. A broken file leaves the tool as it was and shows the tool's own words.</summary>
internal static class ConfigReloadExtensions
{
    /// <param name="builder">The tool.</param>
    /// <param name="endpointName">The endpoint that answers <c>POST /-/reload</c>.</param>
    /// <param name="checker">The tool that checks files, used where it is at hand.</param>
    /// <param name="arguments">Its arguments, before the file.</param>
    /// <param name="file">The name of the tool's main configuration file.</param>
    public static IResourceBuilder<T> WithConfigReload<T>(
        this IResourceBuilder<T> builder, string endpointName, string checker, string[] arguments, string file) where T : IConfiguredResource
    {
        var application = builder.ApplicationBuilder;
        if (application.ExecutionContext.IsPublishMode) return builder;

        var check = StackRuntime.For(application).Find(checker) is { } path ? new ConfigCheck(path, arguments, file) : null;
        var reloader = new ConfigReloader(builder.Resource, builder.Resource.GetEndpoint(endpointName, KnownNetworkIdentifiers.LocalhostNetwork), check);
        var key = $"{builder.Resource.Name}-config";
        application.Services.AddHealthChecks().Add(new(key, reloader, failureStatus: null, tags: null));
        builder.WithHealthCheck(key);

        // Not AddHostedService: it takes each type once, and every tool has a watch of its own.
        application.Services.AddSingleton<IHostedService>(services => new ConfigWatch(
            reloader, services.GetRequiredService<ResourceLoggerService>(), services.GetService<TimeProvider>() ?? TimeProvider.System));
        return builder;
    }
}
