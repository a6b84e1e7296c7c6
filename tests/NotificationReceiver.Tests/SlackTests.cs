using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kthena.NotificationReceiver.Tests;

public sealed class SlackTests : IAsyncLifetime
{
    private readonly Receiver _receiver = new();

    [Fact]
    public async Task A_message_is_answered_and_listed_as_Slack_would()
    {
        var (status, text) = await PostAsync("slack", """
            {"channel":"#ml-ops","username":"Alertmanager","attachments":[{"title":"[FIRING:1] critical HighErrorRate: Requests fail","text":"*6 %* of requests fail",
             "fallback":"f","footer":"kthena-team","fields":[{"title":"Labels","value":"{alertname=\"HighErrorRate\", model_id=\"a, \\\"b\\\"\", severity=\"critical\"}"}]}]}
            """);

        Assert.Equal((HttpStatusCode.OK, "ok"), (status, text));
        var message = Assert.Single(await _receiver.NotificationsAsync("?channel=slack&receiver=kthena-team&alertname=HighErrorRate&status=firing"))!;
        Assert.Equal(("#ml-ops", "[FIRING:1] critical HighErrorRate: Requests fail", "*6 %* of requests fail"),
            ((string?)message["address"], (string?)message["summary"], (string?)message["text"]));
        Assert.Equal("a, \"b\"", (string?)message["labels"]!["model_id"]);
        Assert.Equal(["firing HighErrorRate severity=critical {model_id=\"a, \"b\"\"} [FIRING:1] critical HighErrorRate: Requests fail [slack kthena-team]"], _receiver.Log);
    }

    [Fact]
    public async Task A_resolved_message_is_told_by_its_title()
    {
        await PostAsync("slack", """{"attachments":[{"title":"[RESOLVED] critical HighErrorRate","text":""}]}""");

        Assert.Single(await _receiver.NotificationsAsync("?status=resolved"));
    }

    [Theory]
    [InlineData("", "invalid_payload")]
    [InlineData("payload={}", "invalid_payload")]
    [InlineData("null", "invalid_payload")]
    [InlineData("[]", "invalid_payload")]
    [InlineData("""{"channel":"#ml-ops"}""", "no_text")]
    [InlineData("""{"attachments":[]}""", "no_text")]
    [InlineData("""{"attachments":[null]}""", "no_text")]
    public async Task Anything_else_is_refused_in_Slacks_words(string body, string reason)
    {
        Assert.Equal((HttpStatusCode.BadRequest, reason), await PostAsync("slack", body));
        Assert.Empty(await _receiver.NotificationsAsync());
    }

    [Theory]
    [InlineData("slack/s3cret", HttpStatusCode.OK, "ok")]
    [InlineData("slack/guessed", HttpStatusCode.Forbidden, "invalid_token")]
    [InlineData("slack", HttpStatusCode.Forbidden, "invalid_token")]
    public async Task With_a_token_the_url_is_the_secret(string path, HttpStatusCode status, string text)
    {
        await using var receiver = new Receiver("s3cret");

        Assert.Equal((status, text), await PostAsync(receiver, path, """{"text":"hello"}"""));
    }

    [Fact]
    public async Task An_unknown_channel_cannot_be_asked_for()
    {
        using var answer = await _receiver.Client.GetAsync(new Uri("/notifications?channel=pigeon", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("'channel' is 'pigeon': it must be one of webhook, slack, pagerduty, email.", (string?)problem["detail"]);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    private Task<(HttpStatusCode Status, string Text)> PostAsync(string path, string body) => PostAsync(_receiver, path, body);

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(Receiver receiver, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await receiver.Client.PostAsync(new Uri("/" + path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
