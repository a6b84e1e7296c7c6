using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Alertmanager;

public class AddAlertmanagerTests
{
    private const string Configuration = """
        route:
          receiver: team
        receivers:
        - name: team
          webhook_configs:
          - url_file: ../endpoints/webhook
          slack_configs:
          - api_url_file: /run/secrets/slack
        """;

    [Fact]
    public void Without_an_engine_it_is_the_binary_also_under_debians_name()
    {
        using var graph = new TestGraph(tools: "prometheus-alertmanager");

        var executable = Assert.IsAssignableFrom<ExecutableResource>(graph.Builder.AddAlertmanager("alertmanager").Resource);

        Assert.Equal(Path.Join(graph.Folder, "tools", "prometheus-alertmanager"), executable.Command);
    }

    [Fact]
    public void With_containers_it_is_the_pinned_image()
    {
        using var graph = new TestGraph("containers");

        Assert.True(graph.Builder.AddAlertmanager("alertmanager").Resource.TryGetContainerImageName(out var image));

        Assert.Matches(@"^docker\.io/prom/alertmanager:v\d+\.\d+\.\d+$", image);
    }

    [Fact]
    public async Task It_listens_on_loopback_only_and_does_not_gossip()
    {
        using var graph = new TestGraph(tools: "alertmanager");

        var arguments = await graph.ArgumentsAsync(graph.Builder.AddAlertmanager("alertmanager").Resource, 12345);

        Assert.Contains("--web.listen-address=127.0.0.1:12345", arguments);
        Assert.Contains("--cluster.listen-address=", arguments);
    }

    [Fact]
    public async Task Files_that_the_configuration_names_become_absolute()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(graph.FolderWith("am", ("alertmanager.yml", Configuration)));
        await using var app = graph.Builder.Build();

        await graph.RaiseBeforeStartAsync(app, alertmanager.Resource);

        var rendered = Rendered(alertmanager);
        Assert.Contains($"url_file: {alertmanager.Resource.ConfigPath("endpoints/webhook")}", rendered, StringComparison.Ordinal);
        Assert.Contains("api_url_file: /run/secrets/slack", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_url_reaches_its_file_which_only_the_owner_may_read()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var token = graph.Builder.AddParameter("token", "s3cret", secret: true);
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager")
            .WithUrlFile("webhook", ReferenceExpression.Create($"https://hooks.example/{token}"));
        await using var app = graph.Builder.Build();

        await graph.RaiseBeforeStartAsync(app, alertmanager.Resource);

        var file = alertmanager.Resource.ConfigPath("endpoints/webhook");
        Assert.Equal("https://hooks.example/s3cret", File.ReadAllText(file));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Templates_are_found_beside_the_configuration_wherever_the_tool_runs()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var folder = graph.FolderWith("am", ("alertmanager.yml", $"templates: [templates/*.tmpl]\n{Configuration}"));
        graph.FolderWith("am/templates", ("slack.tmpl", "a template"));
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(folder);
        await using var app = graph.Builder.Build();

        await graph.RaiseBeforeStartAsync(app, alertmanager.Resource);

        Assert.Contains($"templates: [{alertmanager.Resource.ConfigPath("templates/*.tmpl")}]", Rendered(alertmanager), StringComparison.Ordinal);
        Assert.Equal("a template", File.ReadAllText(alertmanager.Resource.ConfigPath("templates/slack.tmpl")));
    }

    [Fact]
    public void A_container_gets_the_templates_mounted_too()
    {
        using var graph = new TestGraph("containers");
        var folder = graph.FolderWith("am", ("alertmanager.yml", Configuration));
        var templates = graph.FolderWith("am/templates", ("slack.tmpl", ""));

        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(folder);

        var mount = Assert.Single(alertmanager.Resource.Annotations.OfType<ContainerMountAnnotation>(), mount => mount.Source == templates);
        Assert.Equal(("/etc/alertmanager/templates", true), (mount.Target, mount.IsReadOnly));
    }

    [Fact]
    public async Task Templates_elsewhere_are_refused_with_file_and_line()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var folder = graph.FolderWith("am", ("alertmanager.yml", $"templates:\n- ../shared/*.tmpl\n{Configuration}"));
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(folder);
        await using var app = graph.Builder.Build();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => graph.RaiseBeforeStartAsync(app, alertmanager.Resource));

        Assert.Contains("am/alertmanager.yml(2): '../shared/*.tmpl' is not in templates/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_without_a_file_form_become_global_settings_and_leave_the_others()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var mail = graph.Builder.AddExecutable("mail", "true", ".").WithEndpoint(name: "smtp", scheme: "smtp");
        TestGraph.Allocate(mail.Resource, 2525);
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager")
            .WithConfig(graph.FolderWith("am", ("alertmanager.yml", $"global:\n  smtp_from: a@example.org\n  smtp_smarthost: mail.example:587\n{Configuration}")))
            .WithSmtp(mail.GetEndpoint("smtp"), requireTls: false)
            .WithPagerDutyUrl(ReferenceExpression.Create($"http://first.example/v2/enqueue"))
            .WithPagerDutyUrl(ReferenceExpression.Create($"http://second.example/v2/enqueue"));
        await using var app = graph.Builder.Build();

        await graph.RaiseBeforeStartAsync(app, alertmanager.Resource);

        var rendered = Rendered(alertmanager);
        Assert.All(
            ["smtp_from: a@example.org", "smtp_smarthost: 127.0.0.1:2525", "smtp_require_tls: false", "pagerduty_url: http://second.example/v2/enqueue"],
            setting => Assert.Contains(setting, rendered, StringComparison.Ordinal));
        Assert.DoesNotContain("mail.example", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_yaml_is_named_with_file_and_line()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var folder = graph.FolderWith("am", ("alertmanager.yml", "route:\n\treceiver: team"));
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(folder);
        await using var app = graph.Builder.Build();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => graph.RaiseBeforeStartAsync(app, alertmanager.Resource));

        Assert.Matches(@"am/alertmanager\.yml\(\d+,\d+\): ", error.Message);
    }

    private static string Rendered(IResourceBuilder<IAlertmanagerResource> alertmanager) => File.ReadAllText(alertmanager.Resource.ConfigPath("config/alertmanager.yml"));
}
