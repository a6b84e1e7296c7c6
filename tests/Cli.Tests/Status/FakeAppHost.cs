using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.Cli.Tests.Status;

/// <summary>Serves <c>/resources</c> on loopback from this very process, as an AppHost would.</summary>
public sealed class FakeAppHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeAppHost(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static int Pid => Environment.ProcessId;

    public static DateTimeOffset StartedAt
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.StartTime;
        }
    }

    public static async Task<FakeAppHost> StartAsync(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/resources", () => Results.Text(answer, "application/json"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
