using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class LimitTests
{
    private const int MaxBody = 1 << 20;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MaxBody, true, 200)]
    [InlineData(MaxBody, false, 200)]
    [InlineData(MaxBody + 1, true, 413)]
    [InlineData(MaxBody + 1, false, 413)]
    [InlineData(MaxBody * 4, true, 413)]
    [InlineData(MaxBody * 4, false, 413)]
    public async Task A_body_may_have_1_MiB_whether_its_length_is_declared_or_not(int bytes, bool isDeclared, int status)
    {
        await using var server = await TestServer.StartAsync();
        const string Head = """{"model":"lande-t50","input":""";
        var body = Encoding.UTF8.GetBytes($"{Head}\"{new string('a', bytes - Head.Length - 3)}\"}}");
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/classify") { Content = content, Headers = { TransferEncodingChunked = !isDeclared } };
        using var response = await server.Client.SendAsync(request, Cancellation);

        if (status == 413)
            await ErrorTests.AssertErrorAsync(response, 413, "request_too_large", null);
        else
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, (await server.MetricsAsync()).Requests(status == 413 ? "_unknown_" : TestServer.Model, status));
    }

    [Fact]
    public async Task A_list_may_have_256_texts()
    {
        await using var server = await TestServer.StartAsync();
        using var most = await server.ClassifyAsync(Enumerable.Repeat("hello", 256));
        using var tooMany = await server.ClassifyAsync(Enumerable.Repeat("hello", 257));

        Assert.Equal(256, (await TestServer.JsonAsync(most)).GetProperty("data").GetArrayLength());
        await ErrorTests.AssertErrorAsync(tooMany, 400, "too_many_inputs", "input");
    }

    [Fact]
    public async Task Work_that_outlasts_the_deadline_ends_with_504()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(
            backend, services => services.AddSingleton<TimeProvider>(time), new() { ["Inference:MaxBatchSize"] = "1" });

        backend.BeforeClassify = () => time.Advance(TimeSpan.FromSeconds(6));
        using var inTime = await server.ClassifyAsync("a");
        using var late = await server.ClassifyAsync(["b", "c"]);

        Assert.Equal(HttpStatusCode.OK, inTime.StatusCode);
        await ErrorTests.AssertErrorAsync(late, 504, "deadline_exceeded", null);
        var metrics = await server.MetricsAsync();
        Assert.Equal((1, 1), (metrics.Requests(TestServer.Model, 504), metrics.Of("kthena_inference_errors_total")));
        Assert.Equal(6 + 12, metrics.Of("kthena_inference_duration_seconds_sum"), 1e-6);
    }

    [Fact]
    public async Task A_body_that_does_not_come_ends_with_408()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await TestServer.StartAsync(configure: services => services.AddSingleton<TimeProvider>(time));
        using var request = await SlowRequest.BeginAsync(server.Client.BaseAddress!, """{"model":"lande-t50",""", declared: 100);

        var answer = request.ReadToEndAsync();
        await Eventually.Async(() =>
        {
            // The deadline's timer starts at some point after the request was sent.
            time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(answer.IsCompleted);
        });

        Assert.StartsWith("HTTP/1.1 408 ", await answer, StringComparison.Ordinal);
        Assert.Contains("request_timeout", await answer, StringComparison.Ordinal);
        Assert.Equal(1, (await server.MetricsAsync()).Requests("_unknown_", 408));
    }

    [Fact]
    public async Task A_client_that_leaves_is_counted_as_499_and_its_work_ends()
    {
        var backend = new GatedBackend();
        var aborted = new TaskCompletionSource();
        await using var server = await TestServer.StartWithBackendAsync(
            backend, services => services.AddSingleton<IStartupFilter>(new AbortWatch(aborted)), new() { ["Inference:MaxBatchSize"] = "1" });
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var batches = 0;
        backend.BeforeClassify = () =>
        {
            batches++;
            leave.Cancel();
            // The next text must see that the client is gone, so wait until the server knows.
            Assert.True(aborted.Task.Wait(TimeSpan.FromSeconds(30), Cancellation));
        };

        using var content = new StringContent("""{"model":"lande-t50","input":["a","b","c"]}""", Encoding.UTF8, "application/json");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Client.PostAsync("/classify", content, leave.Token));

        await Eventually.Async(async () => (await server.MetricsAsync()).Requests(TestServer.Model, 499) == 1);
        Assert.Equal(1, batches);
        Assert.Equal(0, (await server.MetricsAsync()).Of("kthena_inference_errors_total"));
    }

    [Fact]
    public async Task A_backend_that_breaks_is_a_500_that_tells_nothing_of_its_inside()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend);
        backend.BeforeClassify = () => throw new InvalidOperationException("secret detail");

        using var response = await server.ClassifyAsync("a");

        await ErrorTests.AssertErrorAsync(response, 500, "internal_error", null);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var metrics = await server.MetricsAsync();
        Assert.Equal((1, 1), (metrics.Requests(TestServer.Model, 500), metrics.Of("kthena_inference_errors_total")));
    }

    private sealed class AbortWatch(TaskCompletionSource aborted) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.RequestAborted.Register(() => aborted.TrySetResult());
                return following(context);
            });
            next(app);
        };
    }
}
