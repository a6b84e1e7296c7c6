using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Grafana;

/// <summary>A graph in which Grafana is a container, a process or not there, with the configuration of the repository.</summary>
internal sealed partial class GrafanaGraph : IDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(10);

    private readonly TestGraph _graph;

    public GrafanaGraph(string runtime = "processes", params string[] tools)
    {
        _graph = new TestGraph(runtime, tools);
        // As in Grafana's archive: bin/grafana beside conf/.
        _graph.FolderWith("conf", ("defaults.ini", ""));
        Dashboards = _graph.FolderWith("dashboards", ("kthena-overview.json", "{}"));
        Other = _graph.Builder.AddExecutable("other", "true", ".").WithHttpEndpoint();
        TestGraph.Allocate(Other.Resource, 4711);
    }

    /// <summary>config/grafana of this checkout.</summary>
    public static string Config { get; } = FindConfig();

    public TestGraph Graph => _graph;

    public IDistributedApplicationBuilder Builder => _graph.Builder;

    public string Dashboards { get; }

    public IResourceBuilder<ExecutableResource> Other { get; }

    public EndpointReference OtherEndpoint => Other.GetEndpoint("http");

    /// <summary>A Grafana with all that the verbs can give it.</summary>
    public IResourceBuilder<IGrafanaResource> WithEverything()
    {
        var prometheus = Builder.AddPrometheus("prometheus").WithScrapeInterval(TimeSpan.FromSeconds(2));
        var alertmanager = Builder.AddAlertmanager("alertmanager");
        TestGraph.Allocate(prometheus.Resource, 9090);
        TestGraph.Allocate(alertmanager.Resource, 9093);
        return Builder.AddGrafana("grafana", OtherEndpoint)
            .WithConfig(Config)
            .WithDashboards(Dashboards)
            .WithPrometheus(prometheus)
            .WithAlertmanager(alertmanager)
            .WithLoki(ReferenceExpression.Create($"{OtherEndpoint}/loki"))
            .WithJaeger(ReferenceExpression.Create($"{OtherEndpoint}/jaeger"))
            .WithOAuth(
                Builder.AddParameter("client-id", "kthena"), Builder.AddParameter("client-secret", "hush-4711", secret: true),
                ReferenceExpression.Create($"https://auth.example/authorize"), ReferenceExpression.Create($"https://auth.example/token"), ReferenceExpression.Create($"https://auth.example/me"));
    }

#pragma warning disable CS0618 // What takes the place of GetEnvironmentVariableValuesAsync reads the whole graph.
    public static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(IResourceBuilder<IGrafanaResource> grafana, int port = 3000)
    {
        TestGraph.Allocate(grafana.Resource, port);
        return await grafana.Resource.GetEnvironmentVariableValuesAsync().AsTask().WaitAsync(s_bound, TestContext.Current.CancellationToken);
    }
#pragma warning restore CS0618

    /// <summary>The provisioning files as Grafana gets them, by their path below <c>provisioning/</c>.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ProvisionedAsync(IResourceBuilder<IGrafanaResource> grafana)
    {
        await using var app = Builder.Build();
        await _graph.RaiseBeforeStartAsync(app, grafana.Resource);
        var folder = Path.Join(grafana.Resource.Annotations.OfType<ConfigRootAnnotation>().Single().HostRoot, "provisioning");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);
    }

    /// <summary>The names of the variables that Grafana puts into a text: <c>$NAME</c> and <c>${NAME}</c> in provisioning files, <c>$__env{NAME}</c> in its own.</summary>
    public static IEnumerable<string> Variables(string text) => Variable().Matches(text.Replace("$$", "", StringComparison.Ordinal)).Select(match => match.Groups[1].Value).Distinct();

    public void Dispose() => _graph.Dispose();

    private static string FindConfig()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Kthena.Aspire.sln"))) folder = folder.Parent!;
        return Path.Join(folder.FullName, "config", "grafana");
    }

    [GeneratedRegex(@"\$(?:__env)?\{?([A-Z][A-Z0-9_]*)\}?")]
    private static partial Regex Variable();
}
