using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Backends.Cpu;
using Kthena.ServiceDefaults.Health;

namespace Kthena.SampleModelServer.Models;

internal static class ModelServices
{
    /// <summary>The known models, the backend that runs them, and what loads them. The server is ready when all are loaded that should be.</summary>
    public static void AddModels(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ModelsOptions.Read(builder.Configuration));
        builder.Services.AddSingleton<IInferenceBackend, CpuBackend>();
        builder.Services.AddSingleton<ModelRegistry>();
        builder.Services.AddSingleton<ModelLoader>();
        builder.Services.AddSingleton<ModelLifecycle>();
        builder.Services.AddHostedService<ModelLoading>();
        builder.Services.AddHealthChecks().AddCheck<ModelsHealthCheck>("models", tags: [HealthTags.Ready]);
    }
}
