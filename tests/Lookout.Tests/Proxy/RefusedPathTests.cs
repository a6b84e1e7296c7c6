using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>What does not pass: no byte of it reaches the upstream.</summary>
public sealed class RefusedPathTests : IAsyncLifetime
{
    private FakeUpstream _upstream = null!;
    private LookoutServer _lookout = null!;

    [Theory]
    [InlineData("/api/prometheus")]
    [InlineData("/api/prometheus/")]
    [InlineData("/api/prometheus/api/v1/status/config")]
    [InlineData("/api/prometheus/api/v1/status/flags")]
    [InlineData("/api/prometheus/api/v1/admin/tsdb/snapshot")]
    [InlineData("/api/prometheus/api/v1/read")]
    [InlineData("/api/prometheus/api/v1/query/more")]
    [InlineData("/api/prometheus/-/reload")]
    [InlineData("/api/prometheus/metrics")]
    [InlineData("/api/alertmanager/api/v2/silence/not-a-uuid")]
    [InlineData("/api/alertmanager/-/reload")]
    [InlineData("/api/alertmanager/metrics")]
    [InlineData("/api/graph/healthz")]
    [InlineData("/api/graph/faults/stuck-autoscaling")]
    [InlineData("/api/graph/resources/model-server/commands/stop")]
    [InlineData("/api/other/api/v1/query")]
    public async Task Another_path(string target) => await IsRefusedAsync(target);

    [Theory]
    [InlineData("/api/prometheus/api/v1/query/../status/config")]
    [InlineData("/api/prometheus/api/v1/query/%2e%2e/status/config")]
    [InlineData("/api/prometheus/api/v1/query/%2E%2E%2Fstatus/config")]
    [InlineData("/api/prometheus/api/v1/query/..%2f..%2fadmin")]
    [InlineData("/api/prometheus/api/v1/query%2f..%2f..%2f-/reload")]
    [InlineData("/api/prometheus//api/v1/query")]
    [InlineData("/api//prometheus/api/v1/query")]
    [InlineData("/api/prometheus/api/v1/query;/../-/reload")]
    [InlineData("/api/prometheus/api/v1/query;x=y")]
    [InlineData("/api/prometheus/api/v1/query%00")]
    [InlineData("/api/prometheus/api/v1/query%20")]
    [InlineData("/api/prometheus/api/v1/query%3Fx")]
    [InlineData("/api/prometheus/api\\v1\\query")]
    [InlineData("/api/prometheus/api/v1/label/../values")]
    [InlineData("/api/prometheus/api/v1/label/%2e%2e/values")]
    [InlineData("/api/prometheus/api/v1/label/..%2f..%2fadmin/values")]
    [InlineData("/api/prometheus/api/v1/label/a%2fb/values")]
    [InlineData("/api/prometheus/api/v1/label/a;b/values")]
    [InlineData("/api/prometheus/api/v1/label/a%0d%0aX:y/values")]
    [InlineData("/api/graph/resources/..%2fmetrics/logs")]
    [InlineData("/api/graph/resources/%2e%2e/logs")]
    public async Task A_path_that_pretends(string target) => await IsRefusedAsync(target);

    [Theory]
    [InlineData("http://127.0.0.1:1/api/prometheus/api/v1/query")]
    [InlineData("http://elsewhere.example/api/prometheus/api/v1/query")]
    [InlineData("//elsewhere.example/api/prometheus/api/v1/query")]
    [InlineData("*")]
    public async Task An_address_instead_of_a_path(string target) => await IsRefusedAsync(target);

    [Theory]
    [InlineData("POST", "/api/prometheus/api/v1/query")]
    [InlineData("PUT", "/api/prometheus/api/v1/query")]
    [InlineData("DELETE", "/api/prometheus/api/v1/series")]
    [InlineData("HEAD", "/api/prometheus/api/v1/query")]
    [InlineData("OPTIONS", "/api/prometheus/api/v1/query")]
    [InlineData("TRACE", "/api/prometheus/api/v1/query")]
    [InlineData("CONNECT", "127.0.0.1:9090")]
    [InlineData("POST", "/api/alertmanager/api/v2/alerts")]
    [InlineData("DELETE", "/api/alertmanager/api/v2/silences")]
    [InlineData("POST", "/api/graph/resources")]
    public async Task Another_method(string method, string target)
    {
        var status = await RawRequest.StatusAsync(
            _lookout.Url, $"{method} {target} HTTP/1.1\r\nHost: {_lookout.Url.Authority}\r\nOrigin: {_lookout.Url.GetLeftPart(UriPartial.Authority)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.InRange(status, 400, 499);
        Assert.Empty(_upstream.Received);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /-/reload HTTP/1.1\r\n\r\n")]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("Content-Length: 5\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("X: y\r\n Content-Length: 5\r\n\r\nhello")]
    public async Task A_second_request_inside_the_first(string rest)
    {
        var status = await RawRequest.StatusAsync(_lookout.Url, $"GET /api/prometheus/api/v1/query HTTP/1.1\r\nHost: {_lookout.Url.Authority}\r\nConnection: close\r\n{rest}");

        Assert.InRange(status, 400, 599);
        Assert.Empty(_upstream.Received);
    }

    private async Task IsRefusedAsync(string target)
    {
        var status = await RawRequest.GetAsync(_lookout.Url, target);

        Assert.InRange(status, 400, 499);
        Assert.Empty(_upstream.Received);
    }

    public async ValueTask InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _lookout = await LookoutServer.StartAsync(_upstream);
    }

    public async ValueTask DisposeAsync()
    {
        await _lookout.DisposeAsync();
        await _upstream.DisposeAsync();
    }
}
