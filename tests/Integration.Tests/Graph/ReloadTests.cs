using Aspire.Hosting.ApplicationModel;
using Kthena.StackTesting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kthena.Integration.Tests.Graph;

public sealed class ReloadTests : IAsyncLifetime
{
    private static readonly TimeSpan s_reload = TimeSpan.FromSeconds(20);

    private RunningGraph _graph = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Rule => Path.Join(_graph.Content, "rules", "alerts", "added.yml");

    private string Routes => Path.Join(_graph.Content, "config", "alertmanager", "alertmanager.yml");

    public async ValueTask InitializeAsync() => _graph = await RunningGraph.StartAsync(Cancellation);

    public ValueTask DisposeAsync() => _graph.DisposeAsync();

    [Fact]
    public async Task A_new_rule_is_in_use_soon_and_a_broken_one_changes_nothing_and_shows_promtools_words()
    {
        await File.WriteAllTextAsync(Rule, AlertNamed("Added"), Cancellation);
        await RulesContainAsync("Added");

        await File.WriteAllTextAsync(Rule, "groups: [{name: broken, rules: [{alert: Broken, expr: 'rate('}]}]", Cancellation);
        var degraded = await HealthAsync("prometheus", HealthStatus.Degraded);
        Assert.Contains(degraded.HealthReports, report => report.Description is { } said
            && said.Contains($"{_graph.Content}/rules/alerts/added.yml", StringComparison.Ordinal)
            && said.Contains("could not parse expression", StringComparison.Ordinal));
        Assert.Contains("Added", await _graph.Prometheus.AlertingRulesAsync(Cancellation));

        await File.WriteAllTextAsync(Rule, AlertNamed("Mended"), Cancellation);
        await RulesContainAsync("Mended");
        await HealthAsync("prometheus", HealthStatus.Healthy);
    }

    [Fact]
    public async Task Broken_routes_change_nothing_and_show_amtools_words()
    {
        var good = await File.ReadAllTextAsync(Routes, Cancellation);

        await File.WriteAllTextAsync(Routes, good.Replace("receiver: paging", "receiver: nobody", StringComparison.Ordinal), Cancellation);
        var degraded = await HealthAsync("alertmanager", HealthStatus.Degraded);
        Assert.Contains(degraded.HealthReports, report => report.Description?.Contains("undefined receiver \"nobody\" used in route", StringComparison.Ordinal) == true);

        await File.WriteAllTextAsync(Routes, good, Cancellation);
        await HealthAsync("alertmanager", HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_broken_template_changes_nothing_and_is_told_of()
    {
        var template = Path.Join(_graph.Content, "config", "alertmanager", "templates", "added.tmpl");

        await File.WriteAllTextAsync(template, """{{ define "added" }}""", Cancellation);
        var degraded = await HealthAsync("alertmanager", HealthStatus.Degraded);
        Assert.Contains(degraded.HealthReports, report => report.Description?.Contains("added.tmpl", StringComparison.Ordinal) == true);

        await File.WriteAllTextAsync(template, """{{ define "added" }}{{ end }}""", Cancellation);
        await HealthAsync("alertmanager", HealthStatus.Healthy);
    }

    private static string AlertNamed(string name) => $"groups: [{{name: added, rules: [{{alert: {name}, expr: vector(0) > 1}}]}}]";

    private Task RulesContainAsync(string alert) => Eventually.IsTrueAsync($"Prometheus having the rule {alert}", s_reload,
        async cancellation => (await _graph.Prometheus.AlertingRulesAsync(cancellation)).Contains(alert), Cancellation);

    private async Task<CustomResourceSnapshot> HealthAsync(string resource, HealthStatus health)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(s_reload);
        var change = await _graph.App.ResourceNotifications.WaitForResourceAsync(resource, state => state.Snapshot.HealthStatus == health, timeout.Token);
        return change.Snapshot;
    }
}
