using Microsoft.AspNetCore.Builder;

namespace Kthena.Lookout.Tests.Serving;

/// <summary>Lookout itself on a free port, with folders of its own.</summary>
internal sealed class LookoutServer : IAsyncDisposable
{
    // Nothing listens there: the port is reserved for that.
    private const string Nowhere = "http://127.0.0.1:9";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-lookout-");
    private readonly WebApplication _app;

    private LookoutServer(IReadOnlyList<string> settings)
    {
        Dashboards = _folder.CreateSubdirectory("dashboards").FullName;
        Runbooks = _folder.CreateSubdirectory("runbooks").FullName;
        _app = LookoutHost.Build(
        [
            "--urls=http://127.0.0.1:0", $"--Lookout:Prometheus={Nowhere}", $"--Lookout:Dashboards={Dashboards}", $"--Lookout:Runbooks={Runbooks}",
            "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", .. settings,
        ]);
    }

    public string Dashboards { get; }

    public string Runbooks { get; }

    public Uri Url => new(_app.Urls.First());

    /// <summary>Follows no redirects, like the page's requests would be seen by a test.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <param name="settings">As on the command line, e.g. <c>--Lookout:Timeout=1s</c>.</param>
    public static async Task<LookoutServer> StartAsync(params string[] settings)
    {
        var server = new LookoutServer(settings);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Http.BaseAddress = server.Url;
        return server;
    }

    public static Task<LookoutServer> StartAsync(FakeUpstream upstream, params string[] settings) =>
        StartAsync([$"--Lookout:Prometheus={upstream.Url}prefix/", $"--Lookout:Alertmanager={upstream.Url}", $"--Lookout:Graph={upstream.Url}", .. settings]);

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<string> TextAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
