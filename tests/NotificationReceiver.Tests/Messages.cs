using System.Text.Json.Nodes;

namespace Kthena.NotificationReceiver.Tests;

/// <summary>Messages as Alertmanager posts them.</summary>
internal static class Messages
{
    public static JsonObject Of(params ReadOnlySpan<(string AlertName, string Status)> alerts)
    {
        JsonArray array = [];
        foreach (var (name, status) in alerts)
            array.Add(Alert(name, status));
        return new()
        {
            ["version"] = "4",
            ["groupKey"] = "{}:{}",
            ["truncatedAlerts"] = 0,
            ["status"] = "firing",
            ["receiver"] = "webhook",
            ["groupLabels"] = new JsonObject(),
            ["commonLabels"] = new JsonObject(),
            ["commonAnnotations"] = new JsonObject(),
            ["externalURL"] = "http://127.0.0.1:9093",
            ["alerts"] = array,
        };
    }

    private static JsonObject Alert(string name, string status) => new()
    {
        ["status"] = status,
        ["labels"] = new JsonObject { ["alertname"] = name, ["severity"] = "critical", ["model_id"] = "lande-t50" },
        ["annotations"] = new JsonObject { ["summary"] = $"{name} it is" },
        ["startsAt"] = "2026-01-01T10:00:00Z",
        ["endsAt"] = status == "resolved" ? "2026-01-01T10:05:00Z" : "0001-01-01T00:00:00Z",
        ["generatorURL"] = "http://127.0.0.1:9090",
        ["fingerprint"] = "00112233",
    };
}
