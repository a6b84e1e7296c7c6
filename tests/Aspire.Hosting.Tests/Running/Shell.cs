using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Running;

internal static class Shell
{
    /// <summary>Sleeps until it is told to end, and then ends well.</summary>
    public const string Sleeper = "exec sleep 1000";

    public static IResourceBuilder<ExecutableResource> AddShell(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddExecutable(name, "sh", ".", "-c", script);
}
