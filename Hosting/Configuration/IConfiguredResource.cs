namespace Aspire.Hosting.ApplicationModel;

/// <summary>A tool that reads its configuration from files: the same tree of folders below one root, whatever carries it.</summary>
public interface IConfiguredResource : IComputeResource, IResourceWithEndpoints, IResourceWithEnvironment, IResourceWithArgs,
    IResourceWithWaitSupport, IResourceWithProbes
{
    /// <summary>The path, as the tool itself sees it, of a file or folder below its configuration root.</summary>
    /// <param name="relative">A path below the root, e.g. <c>config/prometheus.yml</c>.</param>
    /// <exception cref="InvalidOperationException">The resource has no configuration root.</exception>
    string ConfigPath(string relative)
        => Path.Join(this.ConfigRoot().ToolRoot, relative);
}
