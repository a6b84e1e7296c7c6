namespace Aspire.Hosting;

public static class ExternalServiceBuilderExtensions
{
    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, [ResourceName] string name, string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Uri.TryCreate(url, UriKind.Absolute, out var uri)
            ? builder.AddExternalService(name, uri)
            : throw new ArgumentException($"The external service URL '{url}' is invalid: The URL for the external service must be an absolute URI.", nameof(url));
    }

    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, [ResourceName] string name, Uri uri)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new(name, uri)).WithUrl(uri.ToString());
    }

    public static IResourceBuilder<ExternalServiceResource> AddExternalService(this IDistributedApplicationBuilder builder, [ResourceName] string name,
        IResourceBuilder<ParameterResource> urlParameter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(urlParameter);
        return builder.Add(new(name, urlParameter.Resource)).WithUrl(ReferenceExpression.Create($"{urlParameter.Resource}"));
    }

    public static IResourceBuilder<ExternalServiceResource> WithHttpHealthCheck(this IResourceBuilder<ExternalServiceResource> builder,
        string? path = null, int? statusCode = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var service = builder.Resource;
        return builder.WithUriHealthCheck($"{service.Name}_external_{path}_{statusCode ?? 200}_check", statusCode ?? 200, async cancellationToken =>
            new Uri(await service.ResolveAsync(cancellationToken).ConfigureAwait(false), path ?? ""));
    }

    private static IResourceBuilder<ExternalServiceResource> Add(this IDistributedApplicationBuilder builder, ExternalServiceResource service) =>
        builder.AddResource(service)
            .WithInitialState(new() { ResourceType = KnownResourceTypes.ExternalService, Properties = [], State = KnownResourceStates.Waiting })
            .ExcludeFromManifest()
            .OnInitializeResource(async (resource, @event, cancellationToken) =>
            {
                string state;
                try
                {
                    await resource.ResolveAsync(cancellationToken).ConfigureAwait(false);
                    state = KnownResourceStates.Running;
                }
                catch (DistributedApplicationException exception)
                {
                    @event.Logger.LogError("{Reason}", exception.Message);
                    state = KnownResourceStates.FailedToStart;
                }

                await @event.Notifications.PublishUpdateAsync(resource, s => s with { State = state }).ConfigureAwait(false);
            });
}
