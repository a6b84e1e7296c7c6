using Kthena.NotificationReceiver.Notifications;

namespace Kthena.Integration.Tests.Alerting;

/// <summary>What people read, as the real Alertmanager renders the templates.</summary>
public class MessageTests(AlertmanagerFixture fixture) : IClassFixture<AlertmanagerFixture>
{
    private const string Runbook = "https://runbooks.example/HighErrorRate.md";
    private const string Dashboard = "https://grafana.example/d/kthena-model?var-model_id=lande-t50&from=now";
    private const string Traces = "https://traces.example/search?service=model-server";

    private AlertmanagerGraph Graph => fixture.Graph;

    [Fact]
    public async Task A_page_says_what_fails_and_where_to_look()
    {
        var page = await FireAsync("page", NotificationChannel.PagerDuty);

        Assert.Equal("[FIRING:1] critical HighErrorRate (lande-t50): Requests fail", page.Summary);
        AssertContainsAll(page.Text, "[FIRING] Requests fail", "6.2 % of requests fail, <b>5</b> & more.", "Severity:  critical", "model_id=\"lande-t50\"");
        Assert.Equal((Runbook, Dashboard, Traces), (page.Links["Runbook"], page.Links["Dashboard"], page.Links["Traces"]));
        Assert.StartsWith($"{Graph.Url}#/silences/new?filter=%7Balertname%3D%22HighErrorRate%22%2Ccluster%3D%22page%22", page.Links["Silence"], StringComparison.Ordinal);
        Assert.Equal("paging", page.Receiver);
    }

    [Fact]
    public async Task A_message_in_Slack_has_links_and_escapes_what_Slack_would_take_for_mark_up()
    {
        var message = await FireAsync("slack", NotificationChannel.Slack);

        Assert.Equal("[FIRING:1] critical HighErrorRate (lande-t50): Requests fail", message.Summary);
        AssertContainsAll(message.Text, "*Requests fail*\n", "6.2 % of requests fail, &lt;b&gt;5&lt;/b&gt; &amp; more.", $"<{Runbook}|Runbook> <{Dashboard}|Dashboard> <{Traces}|Traces>", "|Silence>");
        Assert.Equal("lande-t50", message.Labels["model_id"]);
    }

    [Fact]
    public async Task A_critical_alert_is_shown_in_both_channels_of_Slack()
    {
        var alert = Alert("channels");
        await alert.FireAsync(Graph);

        await alert.NotificationAsync(Graph, NotificationChannel.Slack, NotificationStatus.Firing);
        await alert.NotificationAsync(Graph, NotificationChannel.Webhook, NotificationStatus.Firing);
        var addresses = await AddressesAsync(alert, 2);

        Assert.Equal(["#critical-alerts", "#ml-ops"], addresses.Order());
    }

    [Fact]
    public async Task A_mail_has_subject_text_and_html_with_links()
    {
        var mail = await FireAsync("mail", NotificationChannel.Email);

        Assert.Equal(("oncall@kthena.example", "paging"), (mail.Address, mail.Receiver));
        Assert.Equal("[FIRING:1] critical HighErrorRate (lande-t50): Requests fail", mail.Summary);
        AssertContainsAll(mail.Text, "[FIRING] Requests fail", "6.2 % of requests fail, <b>5</b> & more.", $"Runbook:   {Runbook}", $"Dashboard: {Dashboard}", $"Traces:    {Traces}", "Silence:   http://127.0.0.1:");
        AssertContainsAll(mail.Html, "6.2 % of requests fail, &lt;b&gt;5&lt;/b&gt; &amp; more.", $"<a href=\"{Runbook}\">Runbook</a>", "<a href=\"https://grafana.example/d/kthena-model?var-model_id=lande-t50&amp;from=now\">Dashboard</a>", "#/silences/new?filter=%7Balertname%3D%22HighErrorRate%22");
    }

    [Theory]
    [InlineData(NotificationChannel.PagerDuty)]
    [InlineData(NotificationChannel.Slack)]
    [InlineData(NotificationChannel.Email)]
    public async Task Links_that_an_alert_lacks_are_left_out(NotificationChannel channel)
    {
        var alert = new TestAlert($"no links {channel}", "HighErrorRate severity=critical model_id=lande-t50");
        alert.Annotations["runbook_url"] = "";
        await alert.FireAsync(Graph);

        var message = await alert.NotificationAsync(Graph, channel, NotificationStatus.Firing);

        Assert.Contains("6.2 % of requests fail.", message.Text, StringComparison.Ordinal);
        Assert.All(["Runbook", "Dashboard", "Traces"], link => Assert.DoesNotContain(link, message.Text + message.Html, StringComparison.Ordinal));
        Assert.All(message.Links.Keys, link => Assert.Equal("Silence", link));
    }

    [Theory]
    [InlineData(NotificationChannel.PagerDuty, "[RESOLVED] Requests fail")]
    [InlineData(NotificationChannel.Slack, "*Requests fail* is resolved. It said:")]
    [InlineData(NotificationChannel.Email, "[RESOLVED] Requests fail")]
    public async Task A_resolved_alert_is_said_to_be_so_and_no_longer_to_be_silenced(NotificationChannel channel, string text)
    {
        var alert = Alert($"resolved {channel}");
        await alert.FireAsync(Graph);
        var firing = await alert.NotificationAsync(Graph, channel, NotificationStatus.Firing);
        await alert.ResolveAsync(Graph);

        var resolved = await alert.NotificationAsync(Graph, channel, NotificationStatus.Resolved);

        Assert.Equal("[RESOLVED] critical HighErrorRate (lande-t50): Requests fail", resolved.Summary);
        AssertContainsAll(resolved.Text, text, Runbook);
        Assert.DoesNotContain("silences/new", resolved.Text, StringComparison.Ordinal);
        Assert.Equal(firing.Fingerprint, resolved.Fingerprint);
    }

    [Fact]
    public async Task A_critical_alert_of_monitoring_is_mailed_to_operations_too()
    {
        var alert = new TestAlert("monitoring", "PrometheusRuleFailures severity=critical service=monitoring");
        await alert.FireAsync(Graph);

        await alert.NotificationAsync(Graph, NotificationChannel.Webhook, NotificationStatus.Firing);
        var addresses = await AddressesAsync(alert, 2, NotificationChannel.Email);

        Assert.Equal(["oncall@kthena.example", "ops@kthena.example"], addresses.Order());
    }

    private static TestAlert Alert(string cluster)
    {
        var alert = new TestAlert(cluster, "HighErrorRate severity=critical model_id=lande-t50");
        alert.Annotations["description"] = "6.2 % of requests fail, <b>5</b> & more.";
        alert.Annotations["runbook_url"] = Runbook;
        alert.Annotations["dashboard_url"] = Dashboard;
        alert.Annotations["trace_url"] = Traces;
        return alert;
    }

    private async Task<Notification> FireAsync(string cluster, NotificationChannel channel)
    {
        var alert = Alert(cluster);
        await alert.FireAsync(Graph);
        return await alert.NotificationAsync(Graph, channel, NotificationStatus.Firing);
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(TestAlert alert, int count, NotificationChannel channel = NotificationChannel.Slack)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        List<string> addresses = [];
        await foreach (var message in Graph.Receiver.Log.ReadAllAsync(new() { Channel = channel, AlertName = alert.Labels["alertname"] }, bound.Token))
        {
            if (message.Labels.GetValueOrDefault("cluster") == alert.Labels["cluster"]) addresses.Add(message.Address);
            if (addresses.Count == count) break;
        }

        return addresses;
    }

    private static void AssertContainsAll(string text, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, text, StringComparison.Ordinal));
}
