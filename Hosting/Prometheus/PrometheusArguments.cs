using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Configuration;
using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Prometheus;

/// <summary>The command line of Prometheus (https://prometheus.io/docs/prometheus/latest/command-line/prometheus/).</summary>
internal static class PrometheusArguments
{
    public static void Add(CommandLineArgsCallbackContext context, IPrometheusResource prometheus, StackRuntime runtime)
    {
        var port = prometheus.PrimaryEndpoint.Property(EndpointProperty.TargetPort);
        context.Args.Add($"--config.file={prometheus.ConfigPath("config/prometheus.yml")}");
        context.Args.Add($"--storage.tsdb.path={prometheus.DataPath("/prometheus")}");
        context.Args.Add(ReferenceExpression.Create($"--web.listen-address={runtime.ListenAddress}:{port}"));
        context.Args.Add("--enable-feature=exemplar-storage");
        if (context.ExecutionContext.IsRunMode)
        {
            context.Args.Add("--web.enable-lifecycle"); // configuration is reloaded over loopback HTTP
            context.Args.Add(ReferenceExpression.Create($"--web.external-url={prometheus.ExternalUrl(IPrometheusResource.PrimaryEndpointName)}"));
        }

        if (!prometheus.TryGetLastAnnotation<RetentionAnnotation>(out var retention)) return;
        context.Args.Add(string.Create(CultureInfo.InvariantCulture, $"--storage.tsdb.retention.time={(long)retention.Time.TotalSeconds}s"));
        if (retention.Bytes is { } bytes)
            context.Args.Add(string.Create(CultureInfo.InvariantCulture, $"--storage.tsdb.retention.size={bytes}B"));
    }
}
