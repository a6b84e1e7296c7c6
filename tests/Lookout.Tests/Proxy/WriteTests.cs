using System.Net;
using System.Text;
using Kthena.Lookout.Tests.Serving;

namespace Kthena.Lookout.Tests.Proxy;

/// <summary>Only a page of Lookout itself may change something.</summary>
public sealed class WriteTests : IAsyncLifetime
{
    private const string Own = "own";

    private FakeUpstream _upstream = null!;
    private LookoutServer _lookout = null!;

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://elsewhere.example", null)]
    [InlineData("null", null)]
    [InlineData("http://127.0.0.1:1", null)]
    [InlineData(Own, "cross-site")]
    [InlineData(Own, "same-site")]
    [InlineData(null, "none")]
    [InlineData("https://elsewhere.example", "same-origin")]
    public async Task From_elsewhere_is_forbidden(string? origin, string? site)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Post, "silences", origin, site));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Delete, $"silence/{Guid.NewGuid()}", origin, site));
        Assert.Empty(_upstream.Received);
    }

    [Theory]
    [InlineData(Own, null)]
    [InlineData(null, "same-origin")]
    [InlineData(Own, "same-origin")]
    public async Task From_the_page_passes(string? origin, string? site)
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Post, "silences", origin, site));
        Assert.Single(_upstream.Received);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task What_a_form_can_send_does_not(string contentType)
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(HttpMethod.Post, "silences", Own, "same-origin", contentType));
        Assert.Empty(_upstream.Received);
    }

    [Fact]
    public async Task A_body_over_64_KB_does_not()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SendAsync(HttpMethod.Post, "silences", Own, "same-origin", body: new string(' ', (64 << 10) + 1)));
        Assert.Empty(_upstream.Received);
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string? origin, string? site, string contentType = "application/json", string body = "{}")
    {
        using var request = new HttpRequestMessage(method, $"/api/alertmanager/api/v2/{path}");
        if (method == HttpMethod.Post)
            request.Content = new StringContent(body, Encoding.UTF8, contentType);
        if (origin is not null)
            request.Headers.Add("Origin", origin == Own ? _lookout.Url.GetLeftPart(UriPartial.Authority) : origin);
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await _lookout.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
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
