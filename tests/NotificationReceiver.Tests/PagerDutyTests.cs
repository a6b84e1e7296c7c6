using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kthena.NotificationReceiver.Tests;

public sealed class PagerDutyTests : IAsyncLifetime
{
    private readonly Receiver _receiver = new("s3cret");

    [Fact]
    public async Task An_event_is_answered_with_its_key_and_listed()
    {
        var (status, answer) = await PostAsync(Event("trigger"));

        Assert.Equal((HttpStatusCode.Accepted, "success", "an-incident"), (status, (string?)answer["status"], (string?)answer["dedup_key"]));
        var page = Assert.Single(await _receiver.NotificationsAsync("?channel=pagerduty&receiver=paging&model_id=a&status=firing"))!;
        Assert.Equal(("HighErrorRate", "Requests fail", "6 % of requests fail", "an-incident"),
            ((string?)page["alertName"], (string?)page["summary"], (string?)page["text"], (string?)page["fingerprint"]));
        Assert.Equal("https://runbooks.example", (string?)page["links"]!["Runbook"]);
    }

    [Fact]
    public async Task To_resolve_needs_no_payload()
    {
        var message = Event("resolve");
        message.Remove("payload");

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(message)).Status);
        Assert.Single(await _receiver.NotificationsAsync("?status=resolved"));
    }

    [Fact]
    public async Task An_event_without_a_key_gets_one()
    {
        var message = Event("trigger");
        message.Remove("dedup_key");

        Assert.NotEmpty((string?)(await PostAsync(message)).Answer["dedup_key"] ?? "");
    }

    [Fact]
    public async Task An_older_Alertmanager_sends_labels_as_text()
    {
        var message = Event("trigger");
        message["payload"]!["custom_details"]!["labels"] = """{"alertname": "HighErrorRate", "model_id": "a"}""";

        await PostAsync(message);

        Assert.Single(await _receiver.NotificationsAsync("?model_id=a"));
    }

    [Theory]
    [InlineData("routing_key", null, "'routing_key' is missing")]
    [InlineData("routing_key", "guessed", "'routing_key' is not that of this service")]
    [InlineData("event_action", "page", "'event_action' is 'page'")]
    [InlineData("payload", null, "'payload.summary' is missing")]
    [InlineData("payload.source", null, "'payload.source' is missing")]
    [InlineData("payload.severity", "none", "'payload.severity' is 'none'")]
    public async Task Anything_else_is_refused_with_what_is_wrong(string path, string? value, string reason)
    {
        var message = Event("trigger");
        var names = path.Split('.');
        var parent = names.Length == 1 ? message : message[names[0]]!.AsObject();
        parent[names[^1]] = value;

        var (status, answer) = await PostAsync(message);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid event"), (status, (string?)answer["status"]));
        Assert.Contains(reason, (string?)answer["errors"]![0], StringComparison.Ordinal);
        Assert.Empty(await _receiver.NotificationsAsync());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private static JsonObject Event(string action) => JsonNode.Parse($$"""
        {"routing_key":"s3cret","event_action":"{{action}}","dedup_key":"an-incident",
         "payload":{"summary":"Requests fail","source":"Alertmanager","severity":"critical","custom_details":{
           "description":"6 % of requests fail","labels":{"alertname":"HighErrorRate","model_id":"a"},"num_firing":1,"receiver":"paging"} },
         "links":[{"href":"https://runbooks.example","text":"Runbook"}]}
        """)!.AsObject();

    private async Task<(HttpStatusCode Status, JsonNode Answer)> PostAsync(JsonNode message)
    {
        using var answer = await _receiver.Client.PostAsJsonAsync(new Uri("/v2/enqueue", UriKind.Relative), message, TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }
}
