using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace Kthena.ServiceDefaults.Http;

internal static class HttpClientDefaults
{
    /// <summary>Every client of <see cref="IHttpClientFactory"/> resolves service names and retries what is safe to retry.</summary>
    public static void AddHttpClientDefaults(this IHostApplicationBuilder builder)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            // A POST that failed half way may have been done: only its sender can know whether to send it again.
            http.AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });
    }
}
