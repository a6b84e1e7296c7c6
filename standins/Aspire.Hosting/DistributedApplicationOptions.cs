using System.Reflection;

namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    private string? _projectDirectory;

    public string? ContainerRegistryOverride { get; set; }

    public bool EnableResourceLogging { get; set; }

    public string[]? Args { get; set; }

    public string? AssemblyName { get; set; }

    public bool DisableDashboard { get; set; }

    public string? ProjectDirectory
    {
        get => _projectDirectory ?? AppHostAssembly.Metadata(Assembly, "AppHostProjectPath");
        set => _projectDirectory = value;
    }

    public string? DashboardApplicationName { get; set; }

    public bool AllowUnsecuredTransport { get; set; }

    public bool? TrustDeveloperCertificate { get; set; }

    public bool? DeveloperCertificateDefaultHttpsTerminationEnabled { get; set; }

    /// <summary>The AppHost's assembly; by default the one that the process was started with.</summary>
    internal Assembly? Assembly => field ??= AssemblyName is null ? System.Reflection.Assembly.GetEntryAssembly() : System.Reflection.Assembly.Load(AssemblyName);

    internal string? ProjectName => AppHostAssembly.Metadata(Assembly, "AppHostProjectName");
}
