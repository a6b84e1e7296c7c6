using Kthena.GpuExporter.Attribution.Local;
using Kthena.GpuExporter.Attribution.PodResources;

namespace Kthena.GpuExporter.Attribution;

internal static class AttributionServices
{
    /// <summary>Finds the models behind processes, and behind the kubelet's pods where there is a kubelet.</summary>
    public static void AddAttribution(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ModelNames>();
        builder.Services.AddSingleton<ProcessModels>();
        builder.Services.AddSingleton<PodModels>();
        builder.Services.AddSingleton<ModelAttribution>();
        builder.Services.AddHostedService<PodModelsRefresh>();
    }
}
