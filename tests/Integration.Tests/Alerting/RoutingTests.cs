using Kthena.StackTesting;
using YamlDotNet.RepresentationModel;

namespace Kthena.Integration.Tests.Alerting;

/// <summary>Who is told of what, as <c>amtool</c> reads the routes.</summary>
public class RoutingTests
{
    private const string File = "config/alertmanager/alertmanager.yml";

    private static readonly string[] s_models = ["", "model_id=lande-t50"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every alert of the repository: name, severity, service.</summary>
    public static TheoryData<string, string, string> Alerts()
    {
        var alerts = new TheoryData<string, string, string>();
        var rules = Path.Join(Repository.Root, "rules");
        foreach (var file in ((string[])["alerts", "generated"]).Select(folder => Path.Join(rules, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yml")).Order(StringComparer.Ordinal))
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(System.IO.File.ReadAllText(file)));
            foreach (var alert in yaml.Documents[0].AllNodes.OfType<YamlMappingNode>().Where(rule => rule.Children.ContainsKey("alert")))
                alerts.Add($"{alert["alert"]}", Label(alert, "severity"), Label(alert, "service"));
        }

        return alerts;
    }

    [Theory]
    [MemberData(nameof(Alerts))]
    public async Task An_alert_of_the_rules_reaches_exactly_its_receivers(string alert, string severity, string service)
        => await AssertRoutedAsync(alert, severity, service);

    public static MatrixTheoryData<string, string> SeveritiesAndServices { get; } = new(["critical", "warning", "info", ""], ["kthena", "monitoring", "other", ""]);

    [Theory]
    [MemberData(nameof(SeveritiesAndServices))]
    public async Task Severity_and_service_decide_who_is_told(string severity, string service) => await AssertRoutedAsync("SomeAlert", severity, service);

    [Fact]
    public async Task The_configuration_is_valid_as_it_is_written()
    {
        var (exitCode, output) = await Tools.RunAsync("amtool", ["check-config", File], Cancellation);

        Assert.True(exitCode == 0, output);
    }

    private static string ReceiversOf(string alert, string severity, string service) => (alert, severity, service) switch
    {
        ("Watchdog", _, _) => "deadmansswitch",
        (_, "critical", "kthena") => "paging,kthena-team",
        (_, "warning", "kthena") => "kthena-team",
        (_, "info", "kthena") => "kthena-info",
        (_, "critical", _) => "paging,default",
        _ => "default",
    };

    private static async Task AssertRoutedAsync(string alert, string severity, string service)
    {
        foreach (var model in s_models)
        {
            string[] labels = [$"alertname={alert}", $"severity={severity}", $"service={service}", model];
            var (exitCode, output) = await Tools.RunAsync(
                "amtool", ["config", "routes", "test", $"--config.file={File}", .. labels.Where(label => label.Length > 0 && !label.EndsWith('='))], Cancellation);

            Assert.True(exitCode == 0, output);
            Assert.Equal(ReceiversOf(alert, severity, service), output.Split('\n')[0]); // a warning about the flag may follow
        }
    }

    private static string Label(YamlMappingNode alert, string name)
        => alert.Children.TryGetValue("labels", out var labels) && ((YamlMappingNode)labels).Children.TryGetValue(name, out var value) ? $"{value}" : "";
}
