namespace Aspire.Hosting;

/// <summary>The environment that every project of the graph gets.</summary>
internal static class ProjectDefaults
{
    public static IResourceBuilder<ProjectResource> WithProjectDefaults(this IResourceBuilder<ProjectResource> builder)
    {
        var environment = builder.ApplicationBuilder.Environment.EnvironmentName;
        return builder
            .WithEnvironment("OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY", "in_memory")
            .WithEnvironment("OTEL_SERVICE_NAME", builder.Resource.Name)
            .WithEnvironment("DOTNET_ENVIRONMENT", environment)
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", environment)
            .WithEnvironment(context =>
            {
                if (context.ExecutionContext.IsRunMode && Urls(builder.Resource) is { } urls)
                    context.EnvironmentVariables["ASPNETCORE_URLS"] = urls;
            });
    }

    // An endpoint with a variable of its own is opened by the project itself.
    private static ReferenceExpression? Urls(ProjectResource project)
    {
        var urls = new ReferenceExpressionBuilder();
        foreach (var endpoint in project.GetEndpoints().Where(e => e.Scheme is "http" or "https" && e.EndpointAnnotation.TargetPortEnvironmentVariable is null))
        {
            if (!urls.IsEmpty)
                urls.AppendLiteral(";");
            urls.Append($"{endpoint.Property(EndpointProperty.Scheme)}://{LoopbackAddress.ListenHost(endpoint.EndpointAnnotation)}:{endpoint.Property(EndpointProperty.TargetPort)}");
        }

        return urls.IsEmpty ? null : urls.Build();
    }
}
