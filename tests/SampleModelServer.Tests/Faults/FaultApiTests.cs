using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Kthena.SampleModelServer.Tests.Faults;

/// <summary>What the admin API takes, refuses and says, whatever the fault.</summary>
public sealed class FaultApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/faults")]
    [InlineData("DELETE", "/faults")]
    [InlineData("PUT", "/faults/errors")]
    [InlineData("DELETE", "/faults/errors")]
    public async Task Unless_it_is_enabled_there_is_nothing(string method, string path)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = JsonContent.Create(new { }) };
        using var response = await server.Client.SendAsync(request, Cancellation);

        await ErrorTests.AssertErrorAsync(response, 404, "unknown_url", null);
        Assert.DoesNotContain("kthena_fault", (await server.MetricsAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense", "{}", 400, "unknown_fault", "name")]
    [InlineData("errors", """{"model":"gpt"}""", 404, "model_not_found", "model")]
    [InlineData("errors", """{"share":0}""", 400, "invalid_value", "share")]
    [InlineData("errors", """{"share":1.1}""", 400, "invalid_value", "share")]
    [InlineData("errors", """{"for":0}""", 400, "invalid_value", "for")]
    [InlineData("errors", """{"for":1e9}""", 400, "invalid_value", "for")]
    [InlineData("errors", """{"value":1}""", 400, "invalid_value", "value")]
    [InlineData("errors", """{"gpu":0}""", 400, "invalid_value", "gpu")]
    [InlineData("errors", """{"modle":"lande-t50"}""", 400, "invalid_json", null)]
    [InlineData("errors", "{", 400, "invalid_json", null)]
    [InlineData("latency", """{"value":61}""", 400, "invalid_value", "value")]
    [InlineData("memory", """{"share":0.5}""", 400, "invalid_value", "share")]
    [InlineData("crash", """{"model":"lande-t50"}""", 400, "invalid_value", "model")]
    [InlineData("cardinality", """{"value":1000000}""", 400, "invalid_value", "value")]
    public async Task What_is_wrong_with_a_request_is_said_and_nothing_is_injected(string fault, string body, int status, string code, string? param)
    {
        await using var server = await FaultyServer.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Server.Client.PutAsync(new Uri($"/faults/{fault}", UriKind.Relative), content, Cancellation);

        await ErrorTests.AssertErrorAsync(response, status, code, param);
        Assert.Empty(await server.ActiveAsync());
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var server = await FaultyServer.StartAsync();
        using var content = new StringContent(new string(' ', 10_000), Encoding.UTF8, "application/json");
        using var response = await server.Server.Client.PutAsync(new Uri("/faults/errors", UriKind.Relative), content, Cancellation);

        await ErrorTests.AssertErrorAsync(response, 413, "request_too_large", null);
    }

    [Fact]
    public async Task An_injected_fault_is_told_as_it_is()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var server = await FaultyServer.StartAsync(time);

        var fault = await server.InjectAsync("latency", new { model = TestServer.Model, @for = 30, share = 0.5, value = 2 });

        Assert.Equal(
            """{"name":"latency","model":"lande-t50","gpu":null,"share":0.5,"value":2,"since":"2030-01-01T00:00:00+00:00","until":"2030-01-01T00:00:30+00:00"}""",
            fault.GetRawText());
    }

    [Fact]
    public async Task Without_a_model_it_strikes_each()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("errors", new { });

        Assert.Equal(["errors lande-t50", "errors lande-t50-pruned"], await server.ActiveAsync());
    }

    [Fact]
    public async Task It_ends_by_itself_when_its_time_is_over()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await FaultyServer.StartAsync(time);
        await server.InjectAsync("errors", new { model = TestServer.Model, @for = 30 });

        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(500, await server.StatusAsync());
        time.Advance(TimeSpan.FromSeconds(1));

        await Eventually.Async(async () => (await server.ActiveAsync()).Length == 0);
        Assert.Equal(200, await server.StatusAsync());
    }

    [Fact]
    public async Task Injecting_it_again_replaces_it_and_its_end()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await FaultyServer.StartAsync(time);
        await server.InjectAsync("errors", new { model = TestServer.Model, @for = 30 });
        await server.InjectAsync("errors", new { model = TestServer.Model });

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(500, await server.StatusAsync());
        Assert.Equal(1, (await server.MetricsAsync())["kthena_fault_active{fault=\"errors\",model_id=\"lande-t50\"}"]);
    }

    [Fact]
    public async Task Clearing_takes_back_one_model_one_fault_or_all()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("errors", new { });
        await server.InjectAsync("latency", new { value = 0.001 });
        await server.InjectAsync("hang", new { });

        await server.ClearAsync("/errors?model=lande-t50");
        Assert.Equal(5, (await server.ActiveAsync()).Length);
        await server.ClearAsync("/latency");
        Assert.Equal(["errors lande-t50-pruned", "hang lande-t50", "hang lande-t50-pruned"], await server.ActiveAsync());
        await server.ClearAsync();
        Assert.Empty(await server.ActiveAsync());
    }

    [Fact]
    public async Task The_metrics_know_every_fault_and_say_which_are_active()
    {
        await using var server = await FaultyServer.StartAsync();
        var before = await server.MetricsAsync();
        await server.InjectAsync("errors", new { model = TestServer.Model });
        var during = await server.MetricsAsync();
        await server.ClearAsync();
        var after = await server.MetricsAsync();

        const string Errors = "kthena_fault_active{fault=\"errors\",model_id=\"lande-t50\"}";
        Assert.Equal((0, 1, 0), (before[Errors], during[Errors], after[Errors]));
        Assert.Equal(0, before["kthena_fault_active{fault=\"crash\",model_id=\"\"}"]);
        await Promtool.AssertCleanAsync(during.Text, Cancellation);
    }

    [Fact]
    public async Task Every_answer_names_the_active_faults()
    {
        await using var server = await FaultyServer.StartAsync();
        using var before = await server.Server.ClassifyAsync("hello");
        await server.InjectAsync("errors", new { model = TestServer.Pruned });
        using var during = await server.Server.ClassifyAsync("hello");

        Assert.False(before.Headers.Contains("X-Fault-Injection"));
        Assert.Equal(HttpStatusCode.OK, during.StatusCode);
        Assert.Equal("errors", Assert.Single(during.Headers.GetValues("X-Fault-Injection")));
    }
}
