using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Gpus;

namespace Aspire.Hosting;

/// <summary>Gives a machine without GPUs some that exist in a library only.</summary>
public static class FakeGpuExtensions
{
    /// <summary>
    /// Where the AppHost's <c>Gpu:Device</c> is <c>fake</c>, the exporter asks another library in the place of NVIDIA's. It is made before anything
    /// starts. Run mode only.
    /// </summary>
    /// <param name="builder">The GPU exporter, which has the settings of section <c>Gpu</c> already.</param>
    /// <param name="build">Makes the library and says where it is.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithFakeGpus<T>(this IResourceBuilder<T> builder, Func<CancellationToken, Task<string>> build) where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(build);
        var application = builder.ApplicationBuilder;
        if (!FakeGpus.AreWanted(application)) return builder;

        if (!OperatingSystem.IsLinux()) throw new DistributedApplicationException($"{FakeGpus.ConfigurationKey}={FakeGpus.Device} works on Linux only: leave it out.");

        var library = FakeGpus.Library(application);
        application.OnBeforeStart((_, cancellationToken) => InstallAsync(build, library, cancellationToken));
        return builder.WithEnvironment("Gpu__Device", "nvml").WithEnvironment("Nvml__Library", library);
    }

    private static async Task InstallAsync(Func<CancellationToken, Task<string>> build, string library, CancellationToken cancellationToken)
    {
        try
        {
            File.Copy(await build(cancellationToken), library, overwrite: true);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new DistributedApplicationException(
                $"{FakeGpus.ConfigurationKey}={FakeGpus.Device} needs a library that could not be made: {exception.Message.TrimEnd('.', '\n')}. "
                + $"Install a C compiler (Debian: apt install gcc libc6-dev), or leave {FakeGpus.ConfigurationKey} out.", exception);
        }
    }
}
