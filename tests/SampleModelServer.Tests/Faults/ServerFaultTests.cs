namespace Kthena.SampleModelServer.Tests.Faults;

/// <summary>Faults of the server as a whole.</summary>
public sealed class ServerFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scrape_hangs_until_the_scraper_gives_up_while_requests_are_answered()
    {
        await using var server = await FaultyServer.StartAsync();
        await server.InjectAsync("scrape-hang", new { });
        using var scraper = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var scrape = server.Server.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), scraper.Token);
        Assert.Equal(200, await server.StatusAsync());
        Assert.False(scrape.IsCompleted);
        await scraper.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scrape);

        var waiting = server.MetricsAsync();
        await server.ClearAsync();
        Assert.Equal(1, (await waiting).Requests(TestServer.Model, 200));
    }

    [Fact]
    public async Task The_series_of_a_cardinality_attack_come_and_go()
    {
        await using var server = await FaultyServer.StartAsync();
        var before = await SeriesAsync();
        await server.InjectAsync("cardinality", new { value = 500 });
        var during = await SeriesAsync();
        await server.ClearAsync();

        Assert.Equal((0, 500, 0), (before, during, await SeriesAsync()));

        async Task<int> SeriesAsync() =>
            (await server.MetricsAsync()).Series.Count(series => series.StartsWith("kthena_fault_cardinality{", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_crash_is_answered_and_then_ends_the_process_as_an_abort()
    {
        await using var server = await ServerProcess.StartAsync(new() { ["Faults__Enabled"] = "true" });
        using var response = await server.Client.PutAsync(new Uri("/faults/crash", UriKind.Relative), null, Cancellation);

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal(128 + 6, await server.ExitCodeAsync());
    }

    [Fact]
    public async Task The_log_warns_when_a_fault_begins_and_when_it_ends()
    {
        await using var server = await ServerProcess.StartAsync(new() { ["Faults__Enabled"] = "true" });
        using var begun = await server.Client.PutAsync(new Uri("/faults/errors", UriKind.Relative), null, Cancellation);
        using var ended = await server.Client.DeleteAsync(new Uri("/faults", UriKind.Relative), Cancellation);

        await Eventually.Async(() => Task.FromResult(Has("FAULT INJECTION BEGINS: errors on lande-t50") && Has("FAULT INJECTION ENDS: errors on lande-t50")));

        bool Has(string text) => server.Lines.Any(line => line.Contains("\"Warning\"", StringComparison.Ordinal) && line.Contains(text, StringComparison.Ordinal));
    }
}
