using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kthena.ServiceDefaults.Tests;

public sealed class OtlpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_metrics_and_logs_of_requests_reach_the_endpoint_and_probes_make_no_trace()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var service = await TestService.StartAsync(
            new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Url,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SERVICE_NAME"] = "otlp-test",
            },
            map: app => app.MapGet("/job", (ILoggerFactory loggers) => loggers.CreateLogger("work").LogWarning("It worked"))))
        {
            using var worked = await service.Client.GetAsync(new Uri("/job", UriKind.Relative), Cancellation);
            using var probed = await service.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
        }

        Assert.Contains("GET /job", receiver.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("otlp-test", receiver.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("GET /readyz", receiver.Received("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", receiver.Received("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("It worked", receiver.Received("/v1/logs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_no_OpenTelemetry_at_all()
    {
        await using var service = await TestService.StartAsync();

        Assert.Null(service.App.Services.GetService<TracerProvider>());
        Assert.Null(service.App.Services.GetService<MeterProvider>());
    }

    private sealed class OtlpReceiver(WebApplication app, ConcurrentQueue<(string Path, string Body)> bodies) : IAsyncDisposable
    {
        public string Url => app.Urls.First();

        public static async Task<OtlpReceiver> StartAsync()
        {
            var bodies = new ConcurrentQueue<(string, string)>();
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var buffer = new MemoryStream();
                await request.Body.CopyToAsync(buffer, request.HttpContext.RequestAborted);
                // Strings are plain UTF-8 in protobuf, which is all that these tests look for.
                bodies.Enqueue((request.Path.Value!, Encoding.UTF8.GetString(buffer.ToArray())));
            });
            await app.StartAsync(Cancellation);
            return new OtlpReceiver(app, bodies);
        }

        public string Received(string path) => string.Concat(bodies.Where(body => body.Path == path).Select(body => body.Body));

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
