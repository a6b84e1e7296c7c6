using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Aspire.Hosting.Tests.Containers.EngineFixture))]

namespace Aspire.Hosting.Tests.Containers;

/// <summary>An image made from a static busybox, so that no registry is needed; made once, when a test first asks for it.</summary>
public sealed class EngineFixture : IAsyncDisposable
{
    private const string Busybox = "/bin/busybox";
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _image;
    private string? _missing;

    /// <summary>The image, or the test is skipped with the reason.</summary>
    public async Task<string> GetImageAsync()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_image is null && _missing is null) await MakeImageAsync();
        }
        finally
        {
            _turn.Release();
        }

        Assert.SkipWhen(_image is null, _missing ?? "");
        return _image!;
    }

    public static async Task<(int ExitCode, string Output)> DockerAsync(params string[] arguments)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        using var docker = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = docker.StandardError.ReadToEndAsync(timeout.Token);
        var output = await docker.StandardOutput.ReadToEndAsync(timeout.Token);
        await docker.WaitForExitAsync(timeout.Token);
        return (docker.ExitCode, (output + await error).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        if (_image is not null) await DockerAsync("rmi", "--force", _image);
        _turn.Dispose();
    }

    private async Task MakeImageAsync()
    {
        if (!File.Exists(Busybox))
        {
            _missing = $"No {Busybox} to make an image from (Debian: busybox-static).";
            return;
        }

        var root = Directory.CreateTempSubdirectory();
        var archive = Path.ChangeExtension(root.FullName, ".tar");
        try
        {
            Directory.CreateDirectory(Path.Combine(root.FullName, "bin"));
            File.Copy(Busybox, Path.Combine(root.FullName, "bin", "busybox"));
            foreach (var applet in (string[])["sh", "cat", "sleep", "httpd"]) File.CreateSymbolicLink(Path.Combine(root.FullName, "bin", applet), "busybox");
            await System.Formats.Tar.TarFile.CreateFromDirectoryAsync(root.FullName, archive, includeBaseDirectory: false);
            var name = $"aspire-test-{Guid.NewGuid():N}:1";
            var (exitCode, output) = await DockerAsync("import", archive, name);
            if (exitCode == 0) _image = name;
            else _missing = $"No container engine answers: {output}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            _missing = "The docker command is not on PATH.";
        }
        finally
        {
            root.Delete(recursive: true);
            File.Delete(archive);
        }
    }
}
