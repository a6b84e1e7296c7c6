using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Terminal.Alerts;

/// <summary>Asks the graph's Alertmanagers for their alerts.</summary>
internal sealed class AlertmanagerAlerts(DistributedApplicationModel model) : IDisposable
{
    private const int MaximumBytes = 16 << 20;

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2), MaxResponseContentBufferSize = MaximumBytes };
    private readonly EndpointReference[] _endpoints =
    [
        .. model.Resources.OfType<IAlertmanagerResource>()
            .Select(alertmanager => alertmanager.GetEndpoint(IAlertmanagerResource.PrimaryEndpointName, KnownNetworkIdentifiers.LocalhostNetwork)),
    ];

    public bool Any => _endpoints.Length > 0;

    /// <summary>What those that answer have; null when none answers.</summary>
    public async Task<IReadOnlyList<ActiveAlert>?> ReadAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(_endpoints.Where(endpoint => endpoint.IsAllocated).Select(endpoint => ReadAsync(endpoint, cancellationToken))).ConfigureAwait(false);
        var groups = answers.OfType<AlertGroup[]>().ToList();
        return groups.Count == 0 ? null : AlertGroup.Merge(groups.SelectMany(answer => answer));
    }

    public void Dispose() => _http.Dispose();

    // Why it does not answer is its resource's state to tell.
    private async Task<AlertGroup[]?> ReadAsync(EndpointReference endpoint, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.GetFromJsonAsync<AlertGroup[]>(new Uri($"{endpoint.Url}/api/v2/alerts/groups"), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
