using Prometheus;

namespace Kthena.SampleModelServer.Telemetry.Custom;

internal static class CustomMetricsServices
{
    /// <summary>
    /// Adds <see cref="CustomMetrics"/> as the file says whose path is the configuration key <c>CustomMetrics:File</c>,
    /// <c>metrics.yaml</c> beside the executable by default; a relative path counts from there.
    /// </summary>
    /// <returns>False when the file is wrong; what is wrong has been written to <paramref name="errors"/>, one line each.</returns>
    public static bool TryAddCustomMetrics(this IHostApplicationBuilder builder, TextWriter errors)
    {
        var path = builder.Configuration["CustomMetrics:File"] is { Length: > 0 } file ? file : "metrics.yaml";
        try
        {
            var definitions = CustomMetricsFile.Read(Path.Combine(AppContext.BaseDirectory, path));
            builder.Services.AddSingleton(services => new CustomMetrics(services.GetRequiredService<IMetricFactory>(), definitions));
            return true;
        }
        catch (CustomMetricsException exception)
        {
            foreach (var problem in exception.Problems)
                errors.WriteLine(problem);
            return false;
        }
    }
}
