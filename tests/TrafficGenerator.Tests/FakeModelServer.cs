using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.TrafficGenerator.Tests;

/// <summary>A model server on loopback whose answers a test decides.</summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Model, string Input)> _received = Channel.CreateUnbounded<(string, string)>();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    private FakeModelServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public int Status { get; set; } = 200;

    /// <summary>Requests wait for <see cref="Release"/> before they are answered.</summary>
    public bool Holds { get; set; }

    public string[] Models { get; set; } = ["lande-t50"];

    /// <summary>How many requests have come.</summary>
    public int Count => Volatile.Read(ref _count);

    public static async Task<FakeModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FakeModelServer(app);
        app.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = server.Models.Select(id => new { id }) }));
        app.MapPost("/classify", server.ClassifyAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next requests, as many as are asked for; fails when they do not come.</summary>
    public async Task<IReadOnlyList<(string Model, string Input)>> ReceiveAsync(int count)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        List<(string, string)> received = [];
        while (received.Count < count)
            received.Add(await _received.Reader.ReadAsync(bound.Token));
        return received;
    }

    public void Release() => _released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    private async Task<IResult> ClassifyAsync(JsonObject body)
    {
        Interlocked.Increment(ref _count);
        _received.Writer.TryWrite(((string)body["model"]!, (string)body["input"]!));
        if (Holds)
            await _released.Task;
        return Results.Json(new { }, statusCode: Status);
    }
}
