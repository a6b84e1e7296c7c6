using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Grafana;

/// <summary>The variables that <c>grafana.ini</c> reads, and Grafana's own for folders.</summary>
internal static class GrafanaEnvironment
{
    public const string ContainerDataPath = "/var/lib/grafana";

    public static void Add(EnvironmentCallbackContext context, IGrafanaResource grafana, StackRuntime runtime)
    {
        var variables = context.EnvironmentVariables;
        variables["GRAFANA_HTTP_ADDR"] = runtime.ListenAddress;
        variables["GRAFANA_HTTP_PORT"] = grafana.PrimaryEndpoint.Property(EndpointProperty.TargetPort);
        variables["GRAFANA_ROOT_URL"] = context.ExecutionContext.IsRunMode
            ? grafana.ExternalUrl(IGrafanaResource.PrimaryEndpointName)
            : grafana.PrimaryEndpoint.Property(EndpointProperty.Url);
        variables["GRAFANA_ANONYMOUS"] = MayAnybodyLook(context.ExecutionContext, grafana) ? "true" : "false";
        AddPaths(variables, grafana);
    }

    // The image says where its folders are, the binary's are below its home.
    private static void AddPaths(Dictionary<string, object> variables, IGrafanaResource grafana)
    {
        var data = grafana.DataPath(ContainerDataPath);
        variables["GF_PATHS_DATA"] = data;
        variables["GF_PATHS_PROVISIONING"] = grafana.ConfigPath("provisioning");
        if (grafana.IsContainer())
        {
            variables["GF_PATHS_CONFIG"] = grafana.ConfigPath("config/grafana.ini");
            return;
        }

        variables["GF_PATHS_LOGS"] = Path.Join(data, "log");
        variables["GF_PATHS_PLUGINS"] = Path.Join(data, "plugins");
    }

    private static bool MayAnybodyLook(DistributedApplicationExecutionContext execution, IGrafanaResource grafana)
        => execution.IsRunMode && !grafana.HasAnnotationOfType<SignsInByOAuthAnnotation>()
            && grafana.PrimaryEndpoint.EndpointAnnotation is { IsExternal: false, TargetHost: "localhost" or "127.0.0.1" or "::1" or "[::1]" };
}

/// <summary>People sign in, so nobody looks without.</summary>
internal sealed record SignsInByOAuthAnnotation : IResourceAnnotation;
