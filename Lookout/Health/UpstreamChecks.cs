using Kthena.Lookout.Proxy;
using Kthena.Lookout.Settings;
using Kthena.ServiceDefaults.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kthena.Lookout.Health;

internal static class UpstreamChecks
{
    public static void AddUpstreamChecks(this IServiceCollection services, LookoutOptions options)
    {
        foreach (var upstream in (Upstream?[])[options.Prometheus, options.Alertmanager, options.Graph])
        {
            if (upstream is not null)
            {
                services.AddHealthChecks().Add(new HealthCheckRegistration(
                    upstream.Name, provider => new UpstreamCheck(upstream, provider.GetRequiredService<UpstreamStates>()), failureStatus: null, [HealthTags.Ready]));
            }
        }
    }
}
