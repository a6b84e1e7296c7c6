using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

internal interface IEntryPointHooks
{
    void OnBuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    void OnBuilderCreated(DistributedApplicationBuilder builder);

    void OnBuilding(DistributedApplicationBuilder builder);

    void OnBuilt(DistributedApplication application);
}
