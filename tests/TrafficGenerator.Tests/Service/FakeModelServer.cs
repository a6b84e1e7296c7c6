using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>A model server on loopback whose answers a test decides.</summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ReceivedRequest> _received = Channel.CreateUnbounded<ReceivedRequest>();
    private readonly ConcurrentQueue<ReceivedRequest> _answered = [];
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;

    private FakeModelServer(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public int Status { get; set; } = 200;

    /// <summary>The status of the answer to the request of a number from 1, instead of <see cref="Status"/>.</summary>
    public Func<int, int>? StatusOf { get; set; }

    public string? RetryAfter { get; set; }

    /// <summary>Requests wait for <see cref="Release"/> before they are answered.</summary>
    public bool Holds { get; set; }

    public string[] Models { get; set; } = ["lande-t50"];

    /// <summary>The whole answer to <c>GET /v1/models</c>, instead of <see cref="Models"/>.</summary>
    public string? ModelsJson { get; set; }

    /// <summary>How many requests have come.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Those that were answered.</summary>
    public IReadOnlyCollection<ReceivedRequest> Answered => _answered;

    public static async Task<FakeModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new FakeModelServer(app);
        app.MapGet("/v1/models", () => server.ModelsJson is { } json
            ? Results.Text(json, "application/json")
            : Results.Json(new { @object = "list", data = server.Models.Select(id => new { id }) }));
        app.MapPost("/classify", server.ClassifyAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next requests, as many as are asked for; fails when they do not come.</summary>
    public async Task<IReadOnlyList<ReceivedRequest>> ReceiveAsync(int count)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromSeconds(30));
        List<ReceivedRequest> received = [];
        while (received.Count < count)
            received.Add(await _received.Reader.ReadAsync(bound.Token));
        return received;
    }

    public void Release()
    {
        Holds = false;
        _released.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        Release();
        await _app.DisposeAsync();
    }

    private async Task ClassifyAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _count);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var status = StatusOf?.Invoke(number) ?? Status;
        // Answers of many lengths, so that their sum is no accident, and too long for one read.
        var answer = Encoding.UTF8.GetBytes($$"""{"é":"{{new string('x', number % 50 * 1000)}}"}""");
        var received = Read(body, status, answer.Length);
        _received.Writer.TryWrite(received);
        if (Holds)
            await _released.Task;

        _answered.Enqueue(received);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (RetryAfter is not null)
            context.Response.Headers.RetryAfter = RetryAfter;
        await context.Response.Body.WriteAsync(answer);
    }

    private static ReceivedRequest Read(MemoryStream body, int status, long answerBytes)
    {
        var json = JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length))!;
        string[] texts = json["input"] is JsonArray list ? [.. list.Select(text => (string)text!)] : [(string)json["input"]!];
        return new((string)json["model"]!, (string)json["priority"]!, texts, body.Length, status, answerBytes);
    }
}
