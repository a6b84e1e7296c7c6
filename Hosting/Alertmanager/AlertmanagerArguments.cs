using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Alertmanager;

/// <summary>The command line of Alertmanager (https://prometheus.io/docs/alerting/latest/alertmanager/).</summary>
internal static class AlertmanagerArguments
{
    public static void Add(CommandLineArgsCallbackContext context, IAlertmanagerResource alertmanager, StackRuntime runtime)
    {
        var port = alertmanager.PrimaryEndpoint.Property(EndpointProperty.TargetPort);
        context.Args.Add($"--config.file={alertmanager.ConfigPath("config/alertmanager.yml")}");
        context.Args.Add($"--storage.path={alertmanager.DataPath("/alertmanager")}");
        context.Args.Add(ReferenceExpression.Create($"--web.listen-address={runtime.ListenAddress}:{port}"));
        context.Args.Add("--cluster.listen-address="); // one instance: no gossip, no port for it
        context.Args.Add("--data.maintenance-interval=30s"); // what a kill can lose: silences and the log of notifications since the last snapshot
        if (context.ExecutionContext.IsRunMode)
            context.Args.Add(ReferenceExpression.Create($"--web.external-url={alertmanager.ExternalUrl(IAlertmanagerResource.PrimaryEndpointName)}"));
    }
}
