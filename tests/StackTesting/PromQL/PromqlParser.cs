using System.Text.Json.Nodes;

namespace Kthena.StackTesting.PromQL;

/// <summary>Prometheus' own parser, over its API (<c>/api/v1/parse_query</c>).</summary>
public sealed class PromqlParser(HttpClient prometheus)
{
    /// <summary>The tree of an expression.</summary>
    /// <exception cref="FormatException">It is no PromQL; the message is Prometheus' own.</exception>
    public async Task<JsonNode> ParseAsync(string expression, CancellationToken cancellationToken)
    {
        using var query = new FormUrlEncodedContent([KeyValuePair.Create("query", expression)]);
        using var response = await prometheus.PostAsync(new Uri("/api/v1/parse_query", UriKind.Relative), query, cancellationToken);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        return (string?)answer["status"] == "success"
            ? answer["data"]!
            : throw new FormatException($"{(string?)answer["error"]} in: {expression}");
    }
}
