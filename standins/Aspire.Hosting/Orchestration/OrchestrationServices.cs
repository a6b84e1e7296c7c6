using Aspire.Hosting.Health;
using Aspire.Hosting.Orchestration.Runners;

namespace Aspire.Hosting.Orchestration;

internal static class OrchestrationServices
{
    public static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        // What has an image is a container, whatever its class.
        services.AddSingleton<IResourceRunner, ContainerRunner>();
        services.AddSingleton<IResourceRunner, ProjectRunner>();
        services.AddSingleton<IResourceRunner, ExecutableRunner>();
        services.AddSingleton<ApplicationOrchestrator>();
        services.AddHostedService<ResourceHealthMonitor>();
        services.AddHostedService<OrchestratorHostService>();
        return services;
    }
}
