using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Kthena.Cli.Status;

namespace Kthena.Cli.Silences;

/// <summary>The silences of Alertmanager's API v2.</summary>
internal sealed class AlertmanagerClient(Uri url) : IDisposable
{
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = s_answerTimeout, MaxResponseContentBufferSize = 16 << 20 };

    /// <returns>The id of the new silence.</returns>
    public async Task<string> CreateAsync(Silence silence, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, At("silences")) { Content = JsonContent.Create(silence) };
        return (await SendAsync<Created>(request, cancellationToken)).SilenceID;
    }

    public async Task<IReadOnlyList<Silence>> ListAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, At("silences"));
        return await SendAsync<IReadOnlyList<Silence>>(request, cancellationToken);
    }

    public async Task ExpireAsync(string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, At($"silence/{Uri.EscapeDataString(id)}"));
        using var answer = await SendAsync(request, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            throw new AlertmanagerException($"there is no silence {id} (./kthena silence --list shows those there are)");
        await CheckAsync(answer, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private Uri At(string path) => new($"{url.AbsoluteUri.TrimEnd('/')}/api/v2/{path}");

    private async Task<T> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(request, cancellationToken);
        await CheckAsync(answer, cancellationToken);
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(cancellationToken) ?? throw new JsonException("the answer is null");
        }
        catch (JsonException e)
        {
            throw new AlertmanagerException($"what answers at {url} is no Alertmanager: {e.Message}");
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new StatusException($"no Alertmanager answers at {url}: {e.Message}");
        }
    }

    private async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
            throw new AlertmanagerException($"Alertmanager at {url} refused ({(int)answer.StatusCode}): {(await answer.Content.ReadAsStringAsync(cancellationToken)).Trim().Trim('"')}");
    }

    private sealed record Created(string SilenceID);
}
