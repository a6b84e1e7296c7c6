using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.Cli.Tests.Faults;

/// <summary>An AppHost and its model server on two loopback ports of this process, which note what they are asked.</summary>
public sealed class FakeGraph : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly List<WebApplication> _servers = [];

    /// <summary>Requests as <c>server METHOD /path body</c>.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <summary>What every request under /faults is answered with.</summary>
    public (int Status, string Body) Answer { get; set; } = (204, "");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it and leaves the state file in a repository.</summary>
    public static async Task<FakeGraph> StartAsync(TemporaryFolder root, bool hasModelServer = true)
    {
        var graph = new FakeGraph();
        var modelServer = await graph.StartAsync("model-server", null);
        var resources = JsonSerializer.Serialize(new
        {
            resources = hasModelServer ? new[] { new { name = "model-server", urls = new { http = modelServer } } } : [],
        });
        var url = await graph.StartAsync("graph", resources);
        using var process = Process.GetCurrentProcess();
        root.Write(".state/apphost.json", JsonSerializer.Serialize(new { pid = Environment.ProcessId, startedAt = new DateTimeOffset(process.StartTime), url }));
        return graph;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    private async Task<string> StartAsync(string name, string? resources)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        if (resources is not null)
            app.MapGet("/resources", () => Results.Text(resources, "application/json"));
        app.Map("/faults/{**rest}", async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            _asked.Enqueue($"{name} {context.Request.Method} {context.Request.Path}{context.Request.QueryString} {await body.ReadToEndAsync(Cancellation)}".Trim());
            context.Response.StatusCode = Answer.Status;
            if (Answer.Body.Length == 0)
                return;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Answer.Body, Cancellation);
        });
        await app.StartAsync(Cancellation);
        _servers.Add(app);
        return app.Urls.Single();
    }
}
