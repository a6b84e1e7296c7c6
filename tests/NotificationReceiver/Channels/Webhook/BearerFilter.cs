using System.Security.Cryptography;
using System.Text;

namespace Kthena.NotificationReceiver.Channels.Webhook;

/// <summary>Lets those through who bear the token (RFC 6750).</summary>
internal sealed class BearerFilter(string? token) : IEndpointFilter
{
    private readonly byte[]? _expected = string.IsNullOrEmpty(token) ? null : Encoding.UTF8.GetBytes($"Bearer {token}");

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (_expected is null || CryptographicOperations.FixedTimeEquals(_expected, Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString())))
            return await next(context);

        context.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem("The token of Receiver:Token must be sent as 'Authorization: Bearer <token>'.", statusCode: StatusCodes.Status401Unauthorized);
    }
}
