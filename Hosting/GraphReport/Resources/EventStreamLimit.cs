using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>There are only so many streams at a time.</summary>
internal static class EventStreamLimit
{
    public const int Streams = 64;

    private const string Policy = "event-streams";

    public static void AddEventStreamLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.AddConcurrencyLimiter(Policy, streams => (streams.PermitLimit, streams.QueueLimit) = (Streams, 0));
        limits.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
        limits.OnRejected = async (rejected, _) => await Results.Problem(
            $"{Streams} clients follow the graph already. Close one of them.", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(rejected.HttpContext);
    });

    public static void RequireEventStreamLimit(this IEndpointConventionBuilder endpoint) => endpoint.RequireRateLimiting(Policy);
}
