using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class QueueFullTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_queue_answers_429_with_Retry_After_and_goes_on_as_soon_as_there_is_room()
    {
        await using var full = await FullQueue.StartAsync(capacity: 4, waiting: [("high", 4)]);

        using var refused = await full.AskAsync("one too many", "high");
        await ErrorTests.AssertErrorAsync(refused, 429, "overloaded", null);
        Assert.Equal("1", Assert.Single(refused.Headers.GetValues("Retry-After")));

        await full.EmptyAsync();
        using var next = await full.AskAsync("there is room", "high");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        var metrics = await full.Server.MetricsAsync();
        Assert.Equal((6, 1), (metrics.Requests(TestServer.Model, 200), metrics.Requests(TestServer.Model, 429)));
        Assert.Equal(1, metrics["kthena_inference_rejected_total{model_id=\"lande-t50\",priority=\"high\"}"]);
        Assert.Equal((4, 0), (metrics.Of("kthena_inference_queue_capacity"), metrics.Of("kthena_inference_errors_total")));
    }

    [Theory]
    [InlineData("low", 5)]
    [InlineData("normal", 9)]
    [InlineData("high", 10)]
    public async Task A_part_of_the_queue_is_kept_for_those_above(string priority, int room)
    {
        await using var full = await FullQueue.StartAsync(capacity: 10, waiting: [("high", room)]);
        using var refused = await full.AskAsync("no room", priority);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_list_is_refused_at_its_first_text_that_has_to_be_computed()
    {
        await using var full = await FullQueue.StartAsync(capacity: 1, waiting: [("high", 1)]);

        // What comes after it is not looked at, though a number is no text.
        using var refused = await full.Server.Client.PostAsJsonAsync("/classify", new { model = TestServer.Model, input = new object[] { "new", 1 } }, Cancellation);

        await ErrorTests.AssertErrorAsync(refused, 429, "overloaded", null);
        Assert.Equal(1, (await full.Server.MetricsAsync())["kthena_inference_rejected_total{model_id=\"lande-t50\",priority=\"normal\"}"]);
    }

    [Fact]
    public async Task A_full_queue_is_no_hindrance_to_a_list_that_the_cache_has()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var full = await FullQueue.StartAsync(capacity: 1, waiting: [("high", 1)], time, secondsPerText: 1);

        using var answer = await full.Server.ClassifyAsync(["measured", "measured"]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Retry_After_is_how_long_the_queue_takes_at_the_speed_measured()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var full = await FullQueue.StartAsync(capacity: 4, waiting: [("high", 4)], time, secondsPerText: 3);

        using var refused = await full.AskAsync("one too many", "high");

        Assert.Equal("12", Assert.Single(refused.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task A_client_that_leaves_makes_room_and_its_text_is_never_computed()
    {
        await using var full = await FullQueue.StartAsync(capacity: 2, waiting: [("high", 1)]);
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var leaving = full.AskAsync("leaves", "high", leave.Token);
        await full.WaitForDepthAsync(2);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        await full.WaitForDepthAsync(1);
        await full.EmptyAsync();

        Assert.DoesNotContain(full.Backend.Batches, batch => batch.Contains("leaves"));
        Assert.Equal(1, (await full.Server.MetricsAsync()).Requests(TestServer.Model, 499));
    }

    [Fact]
    public async Task A_deadline_that_passes_in_the_queue_is_a_504_though_the_backend_hangs()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var full = await FullQueue.StartAsync(capacity: 2, waiting: [("high", 1)], time);

        time.Advance(TimeSpan.FromSeconds(10));

        // Both the one that hangs and the one behind it are answered while the backend still holds.
        foreach (var answer in await Task.WhenAll(full.Answers))
            Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal(1, full.Backend.Held);
    }

    [Fact]
    public async Task More_requests_than_the_server_may_hold_are_refused_before_their_bodies_are_read()
    {
        var backend = new GatedBackend();
        await using var server = await TestServer.StartWithBackendAsync(backend, settings: new() { ["Inference:MaxConcurrentRequests"] = "1" });
        backend.Hold();
        var first = server.ClassifyAsync("first");
        await Eventually.Async(() => Task.FromResult(backend.Held == 1));

        using var request = await SlowRequest.BeginAsync(server.Client.BaseAddress!, "", declared: 1000);
        await Eventually.Async(async () => (await server.MetricsAsync()).Requests("_unknown_", 429) == 1);
        await request.SendAsync(new string(' ', 1000));
        var refused = await request.ReadToEndAsync();
        backend.Release();

        Assert.StartsWith("HTTP/1.1 429 ", refused, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 1", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        using var next = await server.ClassifyAsync("next");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
        Assert.Equal(1, (await server.MetricsAsync()).Requests("_unknown_", 429));
    }

    /// <summary>A server whose backend is held by one request, with others in the queue.</summary>
    private sealed class FullQueue : IAsyncDisposable
    {
        private readonly List<Task<HttpResponseMessage>> _answers = [];

        public TestServer Server { get; private set; } = null!;

        public GatedBackend Backend { get; } = new();

        public IEnumerable<Task<HttpResponseMessage>> Answers => _answers;

        public static async Task<FullQueue> StartAsync(int capacity, (string Priority, int Count)[] waiting, FakeTimeProvider? time = null, int? secondsPerText = null)
        {
            var full = new FullQueue();
            full.Server = await TestServer.StartWithBackendAsync(
                full.Backend,
                services => services.AddSingleton(time ?? TimeProvider.System),
                new() { ["Inference:MaxBatchSize"] = "1", ["Inference:Workers"] = "1", ["Inference:QueueCapacity"] = $"{capacity}", ["Inference:Deadline"] = "00:00:10" });
            if (secondsPerText is { } seconds)
            {
                full.Backend.BeforeClassify = () => time!.Advance(TimeSpan.FromSeconds(seconds));
                using var measured = await full.Server.ClassifyAsync("measured");
                full.Backend.BeforeClassify = null;
            }

            full.Backend.Hold();
            full._answers.Add(full.Server.ClassifyAsync("held"));
            await Eventually.Async(() => Task.FromResult(full.Backend.Held == 1));
            foreach (var (priority, count) in waiting)
            {
                for (var i = 0; i < count; i++)
                    full._answers.Add(full.AskAsync($"{priority} {i}", priority));
            }

            await full.WaitForDepthAsync(waiting.Sum(item => item.Count));
            return full;
        }

        public Task<HttpResponseMessage> AskAsync(string text, string priority, CancellationToken? cancellation = null) =>
            Server.ClassifyAsync(text, priority, TestServer.Model, cancellation ?? Cancellation);

        public Task WaitForDepthAsync(int depth) => Eventually.Async(async () => await Server.QueueDepthAsync("high") == depth);

        public async Task EmptyAsync()
        {
            Backend.Release();
            await Task.WhenAll(_answers);
        }

        public async ValueTask DisposeAsync()
        {
            Backend.Release();
            await Server.DisposeAsync();
        }
    }
}
