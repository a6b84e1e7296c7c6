using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Tests.Terminal.Alerts;

/// <summary>Answers <c>/api/v2/alerts/groups</c> in the form of Alertmanager 0.33, on a loopback port.</summary>
internal sealed class StandInAlertmanager : IAsyncDisposable
{
    private readonly WebApplication _server;
    private volatile string? _groups = "[]";

    private StandInAlertmanager(WebApplication server) => _server = server;

    public int Port => new Uri(_server.Urls.First()).Port;

    public static async Task<StandInAlertmanager> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var alertmanager = new StandInAlertmanager(builder.Build());
        alertmanager._server.MapGet("/api/v2/alerts/groups", () => alertmanager._groups is { } groups
            ? Results.Text(groups, "application/json")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        await alertmanager._server.StartAsync(cancellationToken);
        return alertmanager;
    }

    /// <summary>Each pair of an alert and a receiver is a group.</summary>
    public void Has(params (string Receiver, JsonObject Alert)[] groups) => _groups = new JsonArray(
        [.. groups.Select(group => new JsonObject { ["receiver"] = new JsonObject { ["name"] = group.Receiver }, ["alerts"] = new JsonArray(group.Alert.DeepClone()) })]).ToJsonString();

    public void DoesNotAnswer() => _groups = null;

    public static JsonObject Alert(string name, DateTimeOffset startsAt, string severity = "critical", string? suppressedBy = null) => new()
    {
        ["fingerprint"] = name,
        ["labels"] = new JsonObject { ["alertname"] = name, ["severity"] = severity, ["model_id"] = "lande-t50" },
        ["annotations"] = new JsonObject { ["summary"] = "Model lande-t50:\u001b[31m 100 % of requests fail" },
        ["startsAt"] = startsAt.ToString("O"),
        ["endsAt"] = startsAt.AddMinutes(4).ToString("O"),
        ["updatedAt"] = startsAt.ToString("O"),
        ["receivers"] = new JsonArray(),
        ["status"] = new JsonObject
        {
            ["state"] = suppressedBy is null ? "active" : "suppressed",
            ["silencedBy"] = new JsonArray(),
            ["inhibitedBy"] = new JsonArray(),
            ["mutedBy"] = new JsonArray(),
            [suppressedBy ?? "mutedBy"] = suppressedBy is null ? new JsonArray() : new JsonArray("id"),
        },
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
