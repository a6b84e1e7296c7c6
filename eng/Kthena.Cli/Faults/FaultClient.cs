using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kthena.Cli.Status;

namespace Kthena.Cli.Faults;

/// <summary>Talks to what takes faults in a running graph: the model server, and the graph's own report.</summary>
internal sealed class FaultClient(AppHostState state, GraphResources graph) : IDisposable
{
    private const string ModelServer = "model-server";

    // A fault is answered when it is felt: an unload waits for the batches that run.
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(30);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
    {
        Timeout = s_answerTimeout,
        MaxResponseContentBufferSize = 1 << 20,
    };

    /// <exception cref="FaultException">It is refused, or nobody answers.</exception>
    public async Task<ActiveFault> InjectAsync(string fault, FaultRequest request, CancellationToken cancellationToken)
    {
        var address = AddressFor(fault);
        using var content = JsonContent.Create(request, options: s_json);
        return await SendAsync<ActiveFault>(HttpMethod.Put, new Uri(address, $"/faults/{fault}"), content, cancellationToken)
            ?? throw new FaultException($"{address} answered without a fault", ExitCodes.Failure);
    }

    /// <exception cref="FaultException">It is refused, or nobody answers.</exception>
    public async Task<IReadOnlyList<ActiveFault>> ListAsync(CancellationToken cancellationToken)
    {
        var all = new List<ActiveFault>();
        foreach (var address in Addresses())
            all.AddRange((await SendAsync<ActiveFaults>(HttpMethod.Get, new Uri(address, "/faults"), null, cancellationToken))?.Faults ?? []);
        return all;
    }

    /// <exception cref="FaultException">It is refused, or nobody answers.</exception>
    public async Task ClearAsync(string? fault, string? model, int? gpu, CancellationToken cancellationToken)
    {
        var query = model is not null ? $"?model={Uri.EscapeDataString(model)}" : gpu is not null ? $"?gpu={gpu}" : "";
        foreach (var address in fault is null ? Addresses() : [AddressFor(fault)])
            await SendAsync<ActiveFault>(HttpMethod.Delete, new Uri(address, fault is null ? "/faults" : $"/faults/{fault}{query}"), null, cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private IEnumerable<Uri> Addresses() => [ModelServerAddress(), state.Url];

    private Uri AddressFor(string fault) => fault == KnownFaults.StuckAutoscaling ? state.Url : ModelServerAddress();

    private Uri ModelServerAddress()
    {
        var url = graph.Resources.FirstOrDefault(resource => resource.Name == ModelServer)?.Urls?.GetValueOrDefault("http");
        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback
            ? address
            : throw new FaultException($"the graph has no {ModelServer} that runs (./kthena status shows what does)", ExitCodes.Failure);
    }

    private async Task<T?> SendAsync<T>(HttpMethod method, Uri uri, HttpContent? content, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var request = new HttpRequestMessage(method, uri) { Content = content };
            using var response = await _client.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw await RefusalAsync(response, cancellationToken);
            return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<T>(s_json, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FaultException($"{uri.GetLeftPart(UriPartial.Authority)} does not answer as expected: {e.Message}", ExitCodes.Failure);
        }
    }

    private static async Task<FaultException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = await ErrorAsync(response, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound && error?.Code is null or "unknown_url"
            ? new FaultException("faults are not enabled in this graph: start it without --Faults:Enabled=false", ExitCodes.Failure)
            : new FaultException(
                error?.Message ?? $"refused with status {(int)response.StatusCode}",
                response.StatusCode == HttpStatusCode.BadRequest ? ExitCodes.BadUsage : ExitCodes.Failure);
    }

    private static async Task<Error?> ErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await response.Content.ReadFromJsonAsync<ErrorBody>(s_json, cancellationToken))?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ErrorBody(Error? Error);

    private sealed record Error(string? Message, string? Code);
}
