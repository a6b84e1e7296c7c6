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
        // Silences and the log of notifications live in memory; this is how much of them a kill can lose. A firing alert whose entry is lost is told
        // once more, but one that resolves before is never told of again, so the interval is shorter than any group_wait. A snapshot is a few kilobytes.
        context.Args.Add("--data.maintenance-interval=5s");
        if (context.ExecutionContext.IsRunMode)
            context.Args.Add(ReferenceExpression.Create($"--web.external-url={alertmanager.ExternalUrl(IAlertmanagerResource.PrimaryEndpointName)}"));
    }
}
