using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Reload;

/// <summary>Reloads one tool and remembers how the last reload went, as a health check of its resource.</summary>
internal sealed class ConfigReloader(IResource resource, EndpointReference endpoint, ConfigCheck? check) : IHealthCheck
{
    private static readonly HttpClient s_http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private volatile string? _error;

    public IResource Resource => resource;

    /// <summary>The folders and files that the tool's configuration comes from.</summary>
    public IEnumerable<string> Sources => resource.Annotations.OfType<ConfigDirectoryAnnotation>().Select(directory => directory.Source)
        .Concat(resource.Annotations.OfType<ConfigSourceAnnotation>().Select(source => source.Directory));

    /// <summary>Reloads the tool.</summary>
    /// <returns>Why the tool kept its old configuration; null when it took the new one.</returns>
    public async Task<string?> ReloadAsync(CancellationToken cancellationToken)
        => _error = await TryReloadAsync(cancellationToken);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(_error is { } error
            ? HealthCheckResult.Degraded($"The changed configuration is not in use: {error}")
            : HealthCheckResult.Healthy());

    private async Task<string?> TryReloadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (check is not null && await check.FindErrorAsync(resource, cancellationToken) is { } error) return error;
            await ConfigTree.MaterializeAsync(resource, cancellationToken);
            using var answer = await s_http.PostAsync(new Uri($"{endpoint.Url}/-/reload"), content: null, cancellationToken);
            return answer.IsSuccessStatusCode ? null : (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim();
        }
        catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
        {
            return null; // a tool that is down reads its files when it starts
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever went wrong is shown; the watch goes on.
            return failure.Message;
        }
    }
}
