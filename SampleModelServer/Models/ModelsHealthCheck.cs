using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kthena.SampleModelServer.Models;

/// <summary>Healthy when every known model is loaded, but for those unloaded on request; otherwise it says which is not, and why.</summary>
internal sealed class ModelsHealthCheck(ModelRegistry registry) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var missing = registry.All
            .Select(entry => (entry.Id, entry.Status))
            .Where(model => model.Status.State is not (ModelState.Loaded or ModelState.Unloading or ModelState.Unloaded))
            .Select(model => $"{model.Id} is {model.Status.State.Name()}{(model.Status.Reason is { } reason ? $": {reason}" : "")}")
            .ToArray();
        return Task.FromResult(missing is []
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(string.Join("; ", missing)));
    }
}
