using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Kthena.ServiceDefaults.Tests;

public sealed class HttpClientTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_finds_a_service_by_its_name()
    {
        await using var server = await TestService.StartAsync(map: app => app.MapGet("/", () => "found"));
        await using var caller = await CallerAsync(server);

        Assert.Equal("found", await Client(caller).GetStringAsync(new Uri("http://the-server/"), Cancellation));
    }

    [Fact]
    public async Task A_failed_GET_is_tried_again_and_a_failed_POST_is_not()
    {
        var gets = 0;
        var posts = 0;
        await using var server = await TestService.StartAsync(map: app =>
        {
            app.MapGet("/", () => ++gets == 1 ? Results.StatusCode(503) : Results.Ok());
            app.MapPost("/", () => ++posts == 1 ? Results.StatusCode(503) : Results.Ok());
        });
        await using var caller = await CallerAsync(server);

        using var got = await Client(caller).GetAsync(new Uri("http://the-server/"), Cancellation);
        using var posted = await Client(caller).PostAsync(new Uri("http://the-server/"), null, Cancellation);

        Assert.Equal((HttpStatusCode.OK, 2), (got.StatusCode, gets));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 1), (posted.StatusCode, posts));
    }

    private static Task<TestService> CallerAsync(TestService server) => TestService.StartAsync(
        new Dictionary<string, string?> { ["services:the-server:http:0"] = server.Client.BaseAddress!.ToString() },
        builder => builder.Services.ConfigureAll<HttpStandardResilienceOptions>(options => options.Retry.Delay = TimeSpan.Zero));

    private static HttpClient Client(TestService service) => service.App.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
}
