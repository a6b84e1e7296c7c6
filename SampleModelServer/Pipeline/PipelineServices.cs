using Kthena.SampleModelServer.Caching;

namespace Kthena.SampleModelServer.Pipeline;

internal static class PipelineServices
{
    public static void AddInferencePipeline(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(InferenceOptions.Read(builder.Configuration));
        builder.Services.AddSingleton(CacheOptions.Read(builder.Configuration));
        builder.Services.AddSingleton<InferencePipeline>();
        builder.Services.AddSingleton<IInferencePipeline>(services => services.GetRequiredService<InferencePipeline>());
    }
}
