using System.Net;
using System.Net.Http.Headers;

namespace Kthena.NotificationReceiver.Tests;

public class TokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer guessed")]
    [InlineData("Basic s3cret")]
    public async Task Without_the_token_nothing_is_taken(string? authorization)
    {
        await using var receiver = new Receiver("s3cret");
        receiver.Client.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        var answer = await receiver.PostAsync(Messages.Of(("Down", "firing")));

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()));
        Assert.Empty(await receiver.NotificationsAsync());
    }

    [Fact]
    public async Task With_the_token_it_is_taken()
    {
        await using var receiver = new Receiver("s3cret");
        receiver.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "s3cret");

        Assert.Equal(HttpStatusCode.OK, (await receiver.PostAsync(Messages.Of(("Down", "firing")))).StatusCode);
        Assert.Single(await receiver.NotificationsAsync());
    }
}
