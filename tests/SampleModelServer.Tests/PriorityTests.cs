using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests;

public sealed class PriorityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task High_is_served_before_normal_and_normal_before_low()
    {
        await using var line = await Line.StartAsync();
        await line.AddAsync("low");
        await line.AddAsync("normal");
        await line.AddAsync("high");

        Assert.Equal(["high", "normal", "low"], await line.ServedAsync());
    }

    [Fact]
    public async Task Within_a_priority_the_first_to_come_is_the_first_to_be_served()
    {
        await using var line = await Line.StartAsync();
        foreach (var name in (string[])["1", "2", "3", "4"])
            await line.AddAsync("normal", name);

        Assert.Equal(["1", "2", "3", "4"], await line.ServedAsync());
    }

    [Theory]
    [InlineData("low", 1000)]
    [InlineData("normal", 100)]
    public async Task Nobody_starves_what_comes_after_the_allowance_is_served_later(string priority, int milliseconds)
    {
        await using var line = await Line.StartAsync();
        await line.AddAsync(priority, "patient");
        line.Time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        await line.AddAsync("high", "just in time to overtake");
        line.Time.Advance(TimeSpan.FromMilliseconds(2));
        await line.AddAsync("high", "too late to overtake");

        Assert.Equal(["just in time to overtake", "patient", "too late to overtake"], await line.ServedAsync());
    }

    [Fact]
    public async Task A_flooded_model_does_not_hold_up_another()
    {
        await using var line = await Line.StartAsync();
        for (var i = 0; i < 5; i++)
            await line.AddAsync("high", $"flood {i}");
        await line.AddAsync("low", "the other model", "lande-t50-pruned");

        // One batch of the flood runs, one is in line before the other model.
        Assert.Equal(["flood 0", "the other model"], (await line.ServedAsync()).Take(2));
    }

    [Fact]
    public async Task An_unknown_priority_is_a_400_that_names_the_field()
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.ClassifyAsync("a", "urgent", TestServer.Model, Cancellation);

        await ErrorTests.AssertErrorAsync(response, 400, "invalid_value", "priority");
    }

    /// <summary>Requests that wait behind one that is held, and are then served one by one.</summary>
    private sealed class Line : IAsyncDisposable
    {
        private readonly GatedBackend _backend = new();
        private readonly List<Task<HttpResponseMessage>> _answers = [];
        private readonly Dictionary<(string, string), int> _depths = [];
        private TestServer _server = null!;

        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        public static async Task<Line> StartAsync()
        {
            var line = new Line();
            line._server = await TestServer.StartWithBackendAsync(
                line._backend,
                services => services.AddSingleton<TimeProvider>(line.Time),
                new()
                {
                    ["Inference:MaxBatchSize"] = "1", ["Inference:Workers"] = "1", ["Models:Ids:0"] = "lande-t50", ["Models:Ids:1"] = "lande-t50-pruned",
                });
            line._backend.Hold();
            line._answers.Add(line._server.ClassifyAsync("the one before"));
            await Eventually.Async(() => Task.FromResult(line._backend.Held == 1));
            return line;
        }

        public async Task AddAsync(string priority, string? text = null, string model = TestServer.Model)
        {
            _answers.Add(_server.ClassifyAsync(text ?? priority, priority, model, Cancellation));
            _depths[(priority, model)] = _depths.GetValueOrDefault((priority, model)) + 1;
            await Eventually.Async(async () => await _server.QueueDepthAsync(priority, model) == _depths[(priority, model)]);
        }

        public async Task<IEnumerable<string>> ServedAsync()
        {
            _backend.Release();
            foreach (var answer in await Task.WhenAll(_answers))
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return _backend.Batches.Skip(1).Select(Assert.Single);
        }

        public async ValueTask DisposeAsync()
        {
            _backend.Release();
            await _server.DisposeAsync();
        }
    }
}
