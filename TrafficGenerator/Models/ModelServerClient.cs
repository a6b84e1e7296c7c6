using System.Text.Json.Serialization;

namespace Kthena.TrafficGenerator.Models;

/// <summary>The part of the model server's API that traffic needs.</summary>
/// <param name="http">A client whose base address is the server.</param>
internal sealed class ModelServerClient(HttpClient http)
{
    private static readonly Uri s_models = new("/v1/models", UriKind.Relative);
    private static readonly Uri s_classify = new("/classify", UriKind.Relative);

    /// <summary>The ids of the models that the server serves.</summary>
    /// <exception cref="HttpRequestException">The server does not answer, or not with a success.</exception>
    public async Task<IReadOnlyList<string>> GetModelIdsAsync(CancellationToken cancellationToken)
    {
        var list = await http.GetFromJsonAsync<ModelList>(s_models, cancellationToken);
        return [.. list?.Data?.Select(m => m.Id) ?? []];
    }

    /// <summary>Sends one text and reads the whole answer; returns its HTTP status code.</summary>
    /// <exception cref="HttpRequestException">There was no answer, or it broke off.</exception>
    public async Task<int> ClassifyAsync(ClassifyRequest request, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync(s_classify, request, cancellationToken);
        return (int)response.StatusCode;
    }

    private sealed record ModelList([property: JsonPropertyName("data")] IReadOnlyList<Model>? Data);

    private sealed record Model([property: JsonPropertyName("id")] string Id);
}
