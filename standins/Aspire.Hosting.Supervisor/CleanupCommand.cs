using System.Collections.Concurrent;
using System.Diagnostics;
using Aspire.Hosting.Supervisor.Processes;

namespace Aspire.Hosting.Supervisor;

/// <summary>
/// Removes what a process leaves outside the process tree, such as a container. Called with nothing to remove it fails, which is no error.
/// </summary>
internal static class CleanupCommand
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<int, Process> s_running = [];

    public static bool IsRunning(int processId) => s_running.ContainsKey(processId);

    /// <summary>Starts the command at once; the task completes when it has ended, at the latest after 10 seconds, and never fails.</summary>
    public static Task Start(IReadOnlyList<string>? command)
    {
        if (command is not [var name, ..]) return Task.CompletedTask;
        try
        {
            var start = Launcher.InNewSession(command);
            var process = Process.Start(start)!;
            s_running[process.Id] = process;
            process.StandardInput.Close();
            return WaitAsync(process);
        }
        catch (Exception exception)
        {
            Console.Error.WriteLine($"Cleanup command '{name}' did not start: {exception.Message}");
            return Task.CompletedTask;
        }
    }

    private static async Task WaitAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(s_timeout, TimeProvider.System);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, timeout.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, timeout.Token),
                process.WaitForExitAsync(timeout.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
        finally
        {
            s_running.TryRemove(process.Id, out _);
            process.Dispose();
        }
    }
}
