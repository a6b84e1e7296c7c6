namespace Kthena.SampleModelServer.Batching;

internal static class BatchingServices
{
    /// <summary>Queues, batches, and the threads that compute them.</summary>
    public static void AddBatching(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(BatchingOptions.Read(builder.Configuration));
        builder.Services.AddSingleton<BatchWorkers>();
        builder.Services.AddSingleton<BatchScheduler>();
    }
}
