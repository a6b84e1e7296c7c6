using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kthena.Cli.Tests.Silences;

/// <summary>Takes silences as Alertmanager's API v2 does, and answers with what the test says.</summary>
public sealed class FakeAlertmanager : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeAlertmanager(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>What was posted last.</summary>
    public JsonObject? Posted { get; private set; }

    /// <summary>The id that was to be ended.</summary>
    public string? Deleted { get; private set; }

    public static async Task<FakeAlertmanager> StartAsync(int status = 200, string answer = """{"silenceID":"an-id"}""")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var fake = new FakeAlertmanager(app);
        app.MapPost("/api/v2/silences", async (HttpRequest request) =>
        {
            fake.Posted = (await JsonNode.ParseAsync(request.Body))!.AsObject();
            return Results.Text(answer, "application/json", statusCode: status);
        });
        app.MapGet("/api/v2/silences", () => Results.Text(answer, "application/json", statusCode: status));
        app.MapDelete("/api/v2/silence/{id}", (string id) =>
        {
            fake.Deleted = id;
            return Results.StatusCode(status);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
