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

        var rendered = File.ReadAllText(alertmanager.Resource.ConfigPath("config/alertmanager.yml"));
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
    public async Task Broken_yaml_is_named_with_file_and_line()
    {
        using var graph = new TestGraph(tools: "alertmanager");
        var folder = graph.FolderWith("am", ("alertmanager.yml", "route:\n\treceiver: team"));
        var alertmanager = graph.Builder.AddAlertmanager("alertmanager").WithConfig(folder);
        await using var app = graph.Builder.Build();

        var error = await Assert.ThrowsAnyAsync<Exception>(() => graph.RaiseBeforeStartAsync(app, alertmanager.Resource));

        Assert.Matches(@"am/alertmanager\.yml\(\d+,\d+\): ", error.Message);
    }
}
