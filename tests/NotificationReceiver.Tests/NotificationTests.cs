using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Kthena.NotificationReceiver.Tests;

public sealed class NotificationTests : IAsyncLifetime
{
    private readonly Receiver _receiver = new();

    [Fact]
    public async Task What_was_posted_is_listed_with_the_newest_last()
    {
        await PostAsync(Messages.Of(("First", "firing")));
        await PostAsync(Messages.Of(("Second", "resolved"), ("Third", "firing")));

        var notifications = await _receiver.NotificationsAsync();

        Assert.Equal(["First", "Second", "Third"], Names(notifications));
        var second = notifications[1]!;
        Assert.Equal("resolved", (string?)second["status"]);
        Assert.Equal("critical", (string?)second["severity"]);
        Assert.Equal("Second it is", (string?)second["summary"]);
        Assert.Equal("webhook", (string?)second["receiver"]);
        Assert.Equal("lande-t50", (string?)second["labels"]!["model_id"]);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 10, 5, 0, TimeSpan.Zero), (DateTimeOffset?)second["endsAt"]);
        Assert.Null(notifications[2]!["endsAt"]);
    }

    [Theory]
    [InlineData("?alertname=B", 2)]
    [InlineData("?status=firing", 2)]
    [InlineData("?alertname=B&status=resolved", 1)]
    [InlineData("?alertname=C", 0)]
    public async Task Filters_choose_by_name_and_status(string query, int count)
    {
        await PostAsync(Messages.Of(("A", "firing"), ("B", "firing"), ("B", "resolved")));

        Assert.Equal(count, (await _receiver.NotificationsAsync(query)).Count);
    }

    [Fact]
    public async Task Delete_clears_the_list()
    {
        await PostAsync(Messages.Of(("A", "firing")));

        using var answer = await _receiver.ClearAsync();

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await _receiver.NotificationsAsync());
    }

    [Fact]
    public async Task Only_the_latest_1000_are_kept()
    {
        for (var i = 0; i < 11; i++)
            await PostAsync(Messages.Of([.. Enumerable.Range(100 * i, 100).Select(n => ($"A{n}", "firing"))]));

        var names = Names(await _receiver.NotificationsAsync()).ToList();

        Assert.Equal((1000, "A100", "A1099"), (names.Count, names[0], names[^1]));
    }

    [Fact]
    public async Task Each_alert_is_one_readable_line_in_the_log()
    {
        await PostAsync(Messages.Of(("KthenaServiceDown", "firing"), ("KthenaServiceDown", "resolved")));

        Assert.Equal(
            [
                "firing KthenaServiceDown severity=critical {model_id=\"lande-t50\"} KthenaServiceDown it is [webhook webhook]",
                "resolved KthenaServiceDown severity=critical {model_id=\"lande-t50\"} KthenaServiceDown it is [webhook webhook]",
            ],
            _receiver.Log);
    }

    [Fact]
    public async Task Messages_and_alerts_are_counted_from_0()
    {
        Assert.Contains("notification_messages_total{channel=\"webhook\",status=\"resolved\"} 0", await _receiver.MetricsAsync());
        await PostAsync(Messages.Of(("A", "firing"), ("B", "resolved")));
        using var refused = await _receiver.PostAsync(JsonValue.Create(1));

        var metrics = await _receiver.MetricsAsync();

        Assert.Contains("notification_messages_total{channel=\"webhook\",status=\"firing\"} 1", metrics);
        Assert.Contains("notification_messages_total{channel=\"webhook\",status=\"resolved\"} 0", metrics);
        Assert.Contains("notification_messages_total{channel=\"webhook\",status=\"refused\"} 1", metrics);
        Assert.Contains("notification_alerts_total{status=\"resolved\"} 1", metrics);
    }

    [Theory]
    [InlineData("", "not an Alertmanager webhook message")]
    [InlineData("null", "'version'")]
    [InlineData("[]", "not an Alertmanager webhook message")]
    [InlineData("""{"version":"4","status":"firing","alerts":[""", "not an Alertmanager webhook message")]
    [InlineData("""{"version":"3","status":"firing","alerts":[]}""", "'version' is '3'")]
    [InlineData("""{"version":"4","status":"on","alerts":[]}""", "'status' is 'on'")]
    [InlineData("""{"version":"4","status":"firing"}""", "'alerts' is empty")]
    [InlineData("""{"version":"4","status":"firing","alerts":[null]}""", "'alerts[0].status'")]
    [InlineData("""{"version":"4","status":"firing","alerts":[{"status":"firing","labels":{}}]}""", "'alerts[0].labels' is empty")]
    [InlineData("""{"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"a":1}}]}""", "$.alerts[0].labels")]
    public async Task Anything_else_is_refused_with_what_is_wrong(string body, string reason)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _receiver.PostAsync(content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken);
        Assert.Contains(reason, (string?)problem!["detail"], StringComparison.Ordinal);
        Assert.Empty(await _receiver.NotificationsAsync());
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var message = Messages.Of(("A", "firing"));
        message["groupKey"] = new string('x', 3 << 20);

        using var answer = await _receiver.PostAsync(message);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await _receiver.NotificationsAsync());
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private static IEnumerable<string?> Names(JsonArray notifications) => notifications.Select(n => (string?)n!["alertName"]);

    private async Task PostAsync(JsonNode message)
    {
        using var answer = await _receiver.PostAsync(message);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
