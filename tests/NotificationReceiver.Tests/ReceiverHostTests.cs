using System.Net;
using System.Net.Http.Json;
using Kthena.NotificationReceiver.Notifications;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.NotificationReceiver.Tests;

public sealed class ReceiverHostTests : IAsyncLifetime
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(10);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private ReceiverHost _receiver = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notification_can_be_awaited_before_it_comes()
    {
        var awaited = _receiver.Log.FirstAsync(new() { AlertName = "B", After = _time.GetUtcNow() }, Cancellation);
        await PostAsync("B");
        _time.Advance(TimeSpan.FromSeconds(1));
        await PostAsync("A");
        Assert.False(awaited.IsCompleted);
        await PostAsync("B");

        Assert.Equal(_time.GetUtcNow(), (await awaited.WaitAsync(s_bound, Cancellation)).ReceivedAt);
    }

    [Fact]
    public async Task Whoever_reads_gets_what_was_there_and_what_comes_each_once()
    {
        await PostAsync("A");
        List<string> names = [];
        await foreach (var notification in _receiver.Log.ReadAllAsync(new(), Cancellation))
        {
            names.Add(notification.AlertName);
            if (names.Count == 3) break;
            await PostAsync($"after {names[^1]}");
        }

        Assert.Equal(["A", "after A", "after after A"], names);
    }

    [Fact]
    public async Task A_channel_fails_as_long_as_it_is_told_to_and_what_it_refused_is_known()
    {
        _receiver.Behaviours[NotificationChannel.Webhook] = ChannelBehaviour.Failing(503);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync("A"));
        _receiver.Behaviours[NotificationChannel.Webhook] = ChannelBehaviour.Normal;
        Assert.Equal(HttpStatusCode.OK, await PostAsync("B"));

        Assert.Equal("B", Assert.Single(_receiver.Log.Find(new())).AlertName);
        Assert.Equal("A", Assert.Single(_receiver.Log.Find(new() { Accepted = false })).AlertName);
        Assert.Equal(2, _receiver.Log.Find(new() { Accepted = null }).Count);
    }

    [Fact]
    public async Task A_slow_channel_answers_after_its_delay_and_says_when_the_message_came()
    {
        var came = _time.GetUtcNow();
        _receiver.Behaviours[NotificationChannel.Webhook] = ChannelBehaviour.Slow(TimeSpan.FromSeconds(10));
        var answer = PostAsync("A");
        using var poll = new PeriodicTimer(s_poll);
        while (!answer.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await poll.WaitForNextTickAsync(Cancellation);
        }

        Assert.Equal(HttpStatusCode.OK, await answer);
        Assert.InRange(_time.GetUtcNow() - came, TimeSpan.FromSeconds(10), TimeSpan.MaxValue);
        Assert.True(Assert.Single(_receiver.Log.Find(new())).ReceivedAt <= _time.GetUtcNow() - TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_the_sender_gave_up_on_was_not_accepted()
    {
        _receiver.Behaviours[NotificationChannel.Webhook] = ChannelBehaviour.Slow(TimeSpan.FromHours(1));
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var answer = _http.PostAsJsonAsync(_receiver.Webhook, Messages.Of(("A", "firing")), impatience.Token);
        impatience.CancelAfter(TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);

        var given = await _receiver.Log.FirstAsync(new() { Accepted = false }, Cancellation).WaitAsync(s_bound, Cancellation);
        Assert.Equal("A", given.AlertName);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    public void Only_an_error_can_be_a_failure(int status) => Assert.Throws<ArgumentOutOfRangeException>(() => ChannelBehaviour.Failing(status));

    public async ValueTask InitializeAsync() => _receiver = await ReceiverHost.StartAsync(timeProvider: _time, cancellationToken: Cancellation);

    public async ValueTask DisposeAsync()
    {
        await _receiver.DisposeAsync();
        _http.Dispose();
    }

    private async Task<HttpStatusCode> PostAsync(string alert)
    {
        using var answer = await _http.PostAsJsonAsync(_receiver.Webhook, Messages.Of((alert, "firing")), Cancellation);
        return answer.StatusCode;
    }
}
