using System.Net;
using System.Text.Json;
using Kthena.ServiceDefaults.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.ServiceDefaults.Tests;

public sealed class HealthTests
{
    private static readonly Uri s_live = new("/healthz", UriKind.Relative);
    private static readonly Uri s_ready = new("/readyz", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_whose_checks_pass_is_live_and_ready()
    {
        await using var service = await TestService.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, s_live));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, s_ready));
    }

    [Fact]
    public async Task A_failing_ready_check_makes_it_not_ready_but_live_and_says_why()
    {
        await using var service = await TestService.StartAsync(configure: builder => builder.Services.AddHealthChecks()
            .AddCheck("disk", () => HealthCheckResult.Unhealthy("The disk is full."), [HealthTags.Ready]));

        using var ready = await service.Client.GetAsync(s_ready, Cancellation);
        using var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("The disk is full.", report.RootElement.GetProperty("checks").GetProperty("disk").GetProperty("description").GetString());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, s_live));
    }

    [Fact]
    public async Task A_failing_check_without_the_ready_tag_decides_nothing()
    {
        await using var service = await TestService.StartAsync(configure: builder => builder.Services.AddHealthChecks()
            .AddCheck("nice-to-have", () => HealthCheckResult.Unhealthy()));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, s_ready));
    }

    [Fact]
    public async Task A_stopping_service_is_first_not_ready_then_finishes_what_it_has_then_stops()
    {
        var time = new FakeTimeProvider();
        var finish = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        await using var service = await TestService.StartAsync(
            new Dictionary<string, string?> { ["Shutdown:ReadinessDelay"] = "00:00:05" },
            builder => builder.Services.AddSingleton<TimeProvider>(time),
            app => app.MapGet("/job", async () =>
            {
                entered.SetResult();
                await finish.Task;
                return "done";
            }));
        var work = service.Client.GetStringAsync(new Uri("/job", UriKind.Relative), Cancellation);
        await entered.Task.WaitAsync(Cancellation);

        var stopped = service.App.StopAsync(Cancellation);
        while (await StatusAsync(service, s_ready) != HttpStatusCode.ServiceUnavailable)
            Cancellation.ThrowIfCancellationRequested();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(service, s_live));
        Assert.False(stopped.IsCompleted);

        // The delay's timer starts at some point after the stop: advance until the listener is closed.
        while (await IsListeningAsync(service))
            time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(stopped.IsCompleted);

        finish.SetResult();
        Assert.Equal("done", await work);
        await stopped.WaitAsync(Cancellation);
    }

    private static async Task<bool> IsListeningAsync(TestService service)
    {
        using var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        try
        {
            using var response = await client.GetAsync(s_live, Cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(TestService service, Uri uri)
    {
        using var response = await service.Client.GetAsync(uri, Cancellation);
        return response.StatusCode;
    }
}
