using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.GraphReport.Resources;

/// <summary>
/// <c>/resources</c> is the graph as it is, <c>/resources/watch</c> as it becomes, <c>/resources/{name}/logs</c> what a resource writes. The last
/// two are server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
/// </summary>
internal sealed class ResourceEndpoints(ResourceStates states, ResourceLoggerService logs, TimeProvider timeProvider)
{
    private const string Root = "/resources";
    private const int DefaultTail = 500;
    private const int MaxTail = 10_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        var stopping = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        routes.MapGet(Root, () => Results.Json(ResourceReport.Of(states)));
        routes.MapGet($"{Root}/watch", () => new EventStream<string>(
            cancellationToken => ReportStream.FollowAsync(states, timeProvider, cancellationToken), timeProvider, stopping)).RequireEventStreamLimit();
        routes.MapGet($"{Root}/{{name}}/logs", (string name, int tail = DefaultTail) => states.Instances.FirstOrDefault(instance => instance.Name == name) switch
        {
            _ when tail is < 0 or > MaxTail => Results.Problem($"'tail' is {tail}: give 0 to {MaxTail} lines.", statusCode: StatusCodes.Status400BadRequest),
            null => Results.Problem($"The graph has no resource '{name}'. {Root} lists those that it has.", statusCode: StatusCodes.Status404NotFound),
            var instance => new EventStream<ReportedLines>(cancellationToken => LogStream.FollowAsync(logs, instance.Id, tail, cancellationToken), timeProvider, stopping),
        }).RequireEventStreamLimit();
    }
}
