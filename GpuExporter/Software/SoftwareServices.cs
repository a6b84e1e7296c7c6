using Kthena.GpuExporter.Collection;

namespace Kthena.GpuExporter.Software;

internal static class SoftwareServices
{
    /// <summary>Measures the processor time of the local model server, in the place of a GPU.</summary>
    public static void AddSoftwareDevice(this IHostApplicationBuilder builder)
    {
        var client = builder.Services.AddHttpClient(SoftwareSource.ClientName, http =>
        {
            http.Timeout = Timeout.InfiniteTimeSpan; // The source sets the deadline.
            http.MaxResponseContentBufferSize = SoftwareSource.MaxResponseBytes;
        });
        // What does not answer is asked again by the next scrape.
#pragma warning disable EXTEXP0001 // For evaluation only.
        client.RemoveAllResilienceHandlers();
#pragma warning restore EXTEXP0001
        builder.AddCollection<SoftwareSource>();
        builder.Services.AddSingleton<Attribution.ModelNames>();
    }
}
