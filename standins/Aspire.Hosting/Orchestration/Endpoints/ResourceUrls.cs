using System.Collections.Immutable;

namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>The links that people see of a resource.</summary>
internal static class ResourceUrls
{
    /// <summary>Endpoints first, then what was added; then the callbacks may change it all. The result is left on the resource.</summary>
    public static async Task ResolveAsync(IResource resource, DistributedApplicationExecutionContext executionContext, ILogger logger, CancellationToken cancellationToken)
    {
        List<ResourceUrlAnnotation> urls =
        [
            .. (resource as IResourceWithEndpoints)?.GetEndpoints().Where(e => e.IsAllocated).Select(e => new ResourceUrlAnnotation { Url = e.Url, Endpoint = e }) ?? [],
        ];
        foreach (var added in resource.Annotations.OfType<ResourceUrlAnnotation>().ToList())
        {
            resource.Annotations.Remove(added);
            // Those of endpoints are made anew.
            if (added.Endpoint is null)
                urls.Add(added);
        }

        try
        {
            var context = new ResourceUrlsCallbackContext(executionContext, resource, urls, cancellationToken) { Logger = logger };
            foreach (var callback in resource.Annotations.OfType<ResourceUrlsCallbackAnnotation>())
                await callback.Callback(context).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "The URLs of resource '{ResourceName}' cannot be told: {Message}", resource.Name, exception.Message);
        }

        foreach (var url in urls)
        {
            if (url.Endpoint is { IsAllocated: true } endpoint && url.Url.StartsWith('/'))
                url.Url = new Uri(new Uri(endpoint.Url), url.Url).ToString();
            resource.Annotations.Add(url);
        }
    }

    /// <summary>Snapshots of the resource's links, with the ports of one instance.</summary>
    public static ImmutableArray<UrlSnapshot> Snapshots(IResource resource, IReadOnlyDictionary<EndpointAnnotation, AllocatedEndpoint>? instance, bool isActive) =>
    [
        .. resource.Annotations.OfType<ResourceUrlAnnotation>().Select(url =>
            new UrlSnapshot(url.Endpoint?.EndpointName, UrlOf(url, instance), url.DisplayLocation == UrlDisplayLocation.DetailsOnly)
            {
                IsInactive = url.Endpoint is not null && !isActive,
#pragma warning disable CS0618 // It still counts for those who set it.
                DisplayProperties = new(url.DisplayText ?? "", url.DisplayOrder ?? 0),
#pragma warning restore CS0618
            }),
    ];

    private static string UrlOf(ResourceUrlAnnotation url, IReadOnlyDictionary<EndpointAnnotation, AllocatedEndpoint>? instance)
    {
        if (url.Endpoint is not { Exists: true } endpoint || instance?.GetValueOrDefault(endpoint.EndpointAnnotation) is not { } own
            || endpoint.EndpointAnnotation.AllocatedEndpoint is not { } first || own.Port == first.Port)
            return url.Url;
        return url.Url.StartsWith(first.UriString, StringComparison.Ordinal) ? own.UriString + url.Url[first.UriString.Length..] : url.Url;
    }
}
