using Kthena.Lookout.Proxy;
using Kthena.Lookout.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kthena.Lookout.Health;

/// <summary>
/// Says in <c>/readyz</c> what was last seen of an upstream. It never fails: a page that shows that Prometheus is down is what people need then,
/// and a restart of Lookout would not mend it.
/// </summary>
internal sealed class UpstreamCheck(Upstream upstream, UpstreamStates states) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(states.Describe(upstream)));
}
