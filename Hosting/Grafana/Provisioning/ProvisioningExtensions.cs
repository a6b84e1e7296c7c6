using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Grafana.Provisioning;

/// <summary>A datasource that Grafana gets, by its <c>uid</c>.</summary>
internal sealed record DatasourceAnnotation(string Uid) : IResourceAnnotation;

internal static class ProvisioningExtensions
{
    private const string Folder = "provisioning";

    /// <summary>
    /// Gives Grafana a file of its configuration's <c>provisioning/</c>. Grafana reads all that lie in a folder, and only when it starts: those
    /// that the graph has a use for are written to a folder of their own.
    /// </summary>
    public static IResourceBuilder<IGrafanaResource> WithProvisioning(this IResourceBuilder<IGrafanaResource> builder, string file)
        => builder.WithGeneratedFile($"{Folder}/{file}", (grafana, cancellationToken) => ProvisioningFile.RenderAsync(
            Path.Join(Source(grafana), Folder, file), grafana.Annotations.OfType<DatasourceAnnotation>().Select(datasource => datasource.Uid).ToHashSet(), cancellationToken));

    private static string Source(IResource grafana) => grafana.TryGetLastAnnotation<ConfigSourceAnnotation>(out var source)
        ? source.Directory
        : throw new DistributedApplicationException($"'{grafana.Name}' has no configuration folder. Name it with WithConfig(directory).");
}
