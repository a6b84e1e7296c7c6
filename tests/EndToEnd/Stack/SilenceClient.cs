using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>Silences of Alertmanager's API, version 2 (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml).</summary>
internal sealed class SilenceClient(HttpClient http, TimeProvider time)
{
    /// <returns>The silence's id.</returns>
    public async Task<string> SilenceAsync(string alert, string model, TimeSpan length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var answer = await http.PostAsJsonAsync("/api/v2/silences", new
        {
            matchers = new[] { Matcher("alertname", alert), Matcher("model_id", model) },
            startsAt = now,
            endsAt = now + length,
            createdBy = "EndToEnd",
            comment = "known, being worked on",
        }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["silenceID"]!.GetValue<string>();
    }

    public async Task ExpireAsync(string silence, CancellationToken cancellationToken)
    {
        using var answer = await http.DeleteAsync($"/api/v2/silence/{silence}", cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private static object Matcher(string name, string value) => new { name, value, isRegex = false, isEqual = true };
}
