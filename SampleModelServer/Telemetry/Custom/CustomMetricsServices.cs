using Prometheus;

namespace Kthena.SampleModelServer.Telemetry.Custom;

internal static class CustomMetricsServices
{
    /// <summary>
    /// Adds <see cref="CustomMetrics"/> as the file says whose path is the configuration key <c>CustomMetrics:File</c>,
    /// <c>metrics.yaml</c> beside the executable by default; a relative path counts from there.
    /// </summary>
    /// <exception cref="CustomMetricsException">The file is wrong.</exception>
    public static void AddCustomMetrics(this IHostApplicationBuilder builder)
    {
        var path = builder.Configuration["CustomMetrics:File"] is { Length: > 0 } file ? file : "metrics.yaml";
        var definitions = CustomMetricsFile.Read(Path.Combine(AppContext.BaseDirectory, path));
        builder.Services.AddSingleton(services => new CustomMetrics(services.GetRequiredService<IMetricFactory>(), definitions));
    }
}
