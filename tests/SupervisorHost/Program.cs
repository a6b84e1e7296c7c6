// Stands for an AppHost that gets killed: starts each argument as a shell script under the supervisor, tells the process ids on
// standard output, and waits until standard input ends. CLEANUP names a file that the cleanup command creates.
using Aspire.Hosting.Supervision;
using Microsoft.Extensions.Logging.Abstractions;

var cleanup = Environment.GetEnvironmentVariable("CLEANUP");
await using var launcher = await SupervisorClient.StartAsync(NullLogger.Instance, TimeProvider.System, CancellationToken.None);
foreach (var script in args)
{
    await launcher.StartAsync(
        new ProcessSpec
        {
            Name = "script",
            Command = "sh",
            Arguments = ["-c", script],
            WorkingDirectory = Environment.CurrentDirectory,
            Environment = new Dictionary<string, string>(),
            CleanupCommand = cleanup is null ? null : ["touch", cleanup],
        },
        CancellationToken.None);
}

Console.WriteLine(launcher.SupervisorProcessId);
await Console.In.ReadToEndAsync();
