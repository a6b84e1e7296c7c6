using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Health;

/// <summary>One client for all health checks: a short time-out, and no connection kept, so that a restarted process is seen at once.</summary>
internal sealed class HealthCheckHttpClient : IDisposable
{
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public void Dispose() => Client.Dispose();
}

/// <summary>Healthy when a GET answers with the expected status code.</summary>
internal sealed class UriHealthCheck(HealthCheckHttpClient http, Func<CancellationToken, Task<Uri>> uri, int statusCode) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, await uri(cancellationToken).ConfigureAwait(false)) { Headers = { ConnectionClose = true } };
            using var response = await http.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            return response.StatusCode == (HttpStatusCode)statusCode
                ? HealthCheckResult.Healthy()
                : new(context.Registration.FailureStatus, $"{request.RequestUri} answered {(int)response.StatusCode}, expected {statusCode}.");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, exception.Message);
        }
    }
}
