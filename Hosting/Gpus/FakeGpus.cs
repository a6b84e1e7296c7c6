using Aspire.Hosting.Runtime;

namespace Aspire.Hosting.Gpus;

/// <summary>
/// GPUs that only NVIDIA's library would have to be asked about: <c>Gpu:Device=fake</c> puts another one in its place. What they do is in its
/// control file.
/// </summary>
internal static class FakeGpus
{
    public const string ConfigurationKey = "Gpu:Device";
    public const string Device = "fake";

    public static bool AreWanted(IDistributedApplicationBuilder builder)
        => !builder.ExecutionContext.IsPublishMode && string.Equals(builder.Configuration[ConfigurationKey], Device, StringComparison.OrdinalIgnoreCase);

    /// <summary>The library's path in this run.</summary>
    public static string Library(IDistributedApplicationBuilder builder) => Path.Join(StateFolder.For(builder).OfThisRun("fake-gpus"), "libnvidia-ml.so.1");

    /// <summary>The file that the library reads at each call.</summary>
    public static string ControlFile(IDistributedApplicationBuilder builder) => $"{Library(builder)}.control";
}
