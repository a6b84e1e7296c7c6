using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Kthena.SampleModelServer.Tests;

public sealed class TracingTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Source = "Kthena.SampleModelServer";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_stage_of_a_request_is_a_span_of_the_caller_s_trace()
    {
        var spans = await SpansOfAsync("""{"model":"lande-t50","input":["hello","world"]}""");

        Assert.Equal(["inference.receive", "inference.validate", "inference.run", "inference.respond"], spans.Select(span => span.OperationName));
        var run = spans[2];
        Assert.Equal("lande-t50", run.GetTagItem("kthena.model.id"));
        Assert.Equal("cpu", run.GetTagItem("kthena.backend"));
        Assert.Equal(2, run.GetTagItem("kthena.input.count"));
        var request = Assert.Single(spans.Select(span => span.Parent).Distinct())!;
        Assert.Equal("traced-1", request.GetTagItem("kthena.request.id"));
        Assert.Equal("lande-t50", request.GetTagItem("kthena.model.id"));
    }

    [Fact]
    public async Task A_refused_request_has_the_stages_that_it_reached() =>
        Assert.Equal(["inference.receive", "inference.validate"], (await SpansOfAsync("{")).Select(span => span.OperationName));

    private async Task<Activity[]> SpansOfAsync(string body)
    {
        var trace = ActivityTraceId.CreateRandom();
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace)
                    stopped.Enqueue(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/classify")
        {
            Content = content,
            Headers = { { "traceparent", $"00-{trace.ToHexString()}-00f067aa0ba902b7-01" }, { "X-Request-Id", "traced-1" } },
        };
        using var response = await server.Client.SendAsync(request, Cancellation);
        return [.. stopped];
    }
}
