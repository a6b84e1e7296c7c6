using System.ComponentModel;
using System.Diagnostics;

namespace Kthena.EndToEnd.Tests.Containers;

/// <summary>The command line of the local container engine.</summary>
internal static class Docker
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    /// <summary>Why no engine can be used here; null when one answers.</summary>
    public static async Task<string?> RefusalAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (exitCode, output) = await RunAsync(["version", "--format", "{{.Server.Version}}"], null, cancellationToken);
            return exitCode == 0 ? null : $"No container engine answers: {output}";
        }
        catch (Win32Exception)
        {
            return "The docker command is not on PATH.";
        }
    }

    /// <summary>What the command writes; it must succeed.</summary>
    public static async Task<string> AskAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(arguments, null, cancellationToken);
        Assert.True(exitCode == 0, $"docker {string.Join(' ', arguments)}: {output}");
        return output;
    }

    /// <param name="arguments">The arguments of docker.</param>
    /// <param name="writeInput">Writes the command's standard input.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string[] arguments, Func<Stream, CancellationToken, Task>? writeInput, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(s_timeout);
        using var docker = Process.Start(new ProcessStartInfo("docker", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = docker.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = docker.StandardError.ReadToEndAsync(timeout.Token);
            if (writeInput is not null) await writeInput(docker.StandardInput.BaseStream, timeout.Token);
            docker.StandardInput.Close();
            await docker.WaitForExitAsync(timeout.Token);
            return (docker.ExitCode, (await output + await error).Trim());
        }
        finally
        {
            if (!docker.HasExited) docker.Kill();
        }
    }
}
