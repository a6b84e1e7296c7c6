using System.Buffers;
using System.Net.Http.Headers;

namespace Kthena.TrafficGenerator.Models;

/// <summary>The part of the model server's API that traffic needs.</summary>
/// <param name="http">A client whose base address is the server.</param>
internal sealed class ModelServerClient(HttpClient http)
{
    private const int BufferBytes = 16 * 1024;

    private static readonly MediaTypeHeaderValue s_json = new("application/json");

    private readonly Uri _models = new(http.BaseAddress!, "/v1/models");
    private readonly Uri _classify = new(http.BaseAddress!, "/classify");

    /// <summary>Where requests go.</summary>
    public Uri Server => http.BaseAddress!;

    /// <summary>The models that the server names as loaded.</summary>
    /// <exception cref="HttpRequestException">The server does not answer, or not with a success.</exception>
    /// <exception cref="System.Text.Json.JsonException">The answer is no list of models.</exception>
    public async Task<IReadOnlyList<ServedModel>> GetModelsAsync(CancellationToken cancellationToken)
    {
        var list = await http.GetFromJsonAsync(_models, ModelJson.Default.ModelList, cancellationToken);
        return [.. list?.Data?.Where(m => m.IsServed).Select(m => m.ToServed()).DistinctBy(m => m.Id) ?? []];
    }

    /// <summary>Sends one request and reads its whole answer, without keeping it.</summary>
    /// <exception cref="HttpRequestException">There was no answer.</exception>
    /// <exception cref="IOException">The answer broke off.</exception>
    public async Task<ClassifyAnswer> ClassifyAsync(byte[] body, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = s_json;
        using var request = new HttpRequestMessage(HttpMethod.Post, _classify) { Content = content };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var bytes = await CountAsync(response.Content, cancellationToken);
        var status = (int)response.StatusCode;
        return new(status, bytes, status == StatusCodes.Status429TooManyRequests ? response.Headers.RetryAfter?.Delta : null);
    }

    private static async Task<long> CountAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                bytes += read;
            return bytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
