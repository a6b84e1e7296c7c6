using System.Text.Json.Serialization;

namespace Aspire.Hosting.Supervisor.Protocol;

/// <summary>What the AppHost asks of the supervisor: one JSON object per line on standard input.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StartRequest), "start")]
[JsonDerivedType(typeof(SignalRequest), "signal")]
internal abstract record SupervisorRequest(int Id);

/// <summary>Starts a process. <paramref name="Id"/> names it in everything that follows.</summary>
/// <param name="Id">Chosen by the AppHost, unique in this run.</param>
/// <param name="Command">Absolute path of the executable.</param>
/// <param name="Arguments">Passed as they are, no shell reads them.</param>
/// <param name="WorkingDirectory">Absolute path.</param>
/// <param name="Environment">Set on top of the inherited environment.</param>
/// <param name="Mark">An environment entry <c>NAME=value</c> that only this process and its descendants have.</param>
/// <param name="CleanupCommand">Run once the process has ended, however it ended.</param>
internal sealed record StartRequest(
    int Id,
    string Command,
    IReadOnlyList<string> Arguments,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string> Environment,
    string Mark,
    IReadOnlyList<string>? CleanupCommand) : SupervisorRequest(Id);

/// <summary>Stops a process: SIGTERM to its process group, or SIGKILL to everything that it started.</summary>
internal sealed record SignalRequest(int Id, bool Kill) : SupervisorRequest(Id);
