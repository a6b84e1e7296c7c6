using Kthena.Lookout.Security;
using Kthena.Lookout.Settings;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Kthena.Lookout.Proxy;

/// <summary>The upstreams below <c>/api/</c>: each allowed path is an endpoint of its own, all others are none.</summary>
internal static class ProxyEndpoints
{
    public static void AddProxy(this IServiceCollection services)
    {
        services.AddHttpForwarder();
        services.AddSingleton<UpstreamClients>();
        services.AddSingleton<UpstreamStates>();
        services.AddSingleton<UpstreamForwarder>();
        services.Configure<RouteOptions>(options =>
        {
            options.SetParameterPolicy<LabelName>(LabelName.Policy);
            options.SetParameterPolicy<ResourceName>(ResourceName.Policy);
        });
    }

    public static void MapProxy(this IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<LookoutOptions>();
        routes.MapUpstream("prometheus", options.Prometheus, AllowedPaths.Prometheus);
        routes.MapUpstream("alertmanager", options.Alertmanager, AllowedPaths.Alertmanager);
        routes.MapUpstream("graph", options.Graph, AllowedPaths.Graph);
    }

    private static void MapUpstream(this IEndpointRouteBuilder routes, string name, Upstream? upstream, IReadOnlyList<AllowedPath> paths)
    {
        var root = routes.MapGroup($"/api/{name}");
        if (upstream is null)
        {
            root.Map("{**path}", () => Results.Problem($"Lookout was started without --{name} URL.", statusCode: StatusCodes.Status404NotFound));
            return;
        }

        var forwarder = routes.ServiceProvider.GetRequiredService<UpstreamForwarder>();
        foreach (var path in paths)
        {
            var pattern = RoutePatternFactory.Parse(path.Pattern);
            var endpoint = root.MapMethods(path.Pattern, [path.Method], context => forwarder.ForwardAsync(context, upstream, pattern, path.Kind));
            if (path.Kind == PathKind.Write)
                endpoint.WithMetadata(new SameOriginOnly());
        }
    }
}
