using System.Text.Json.Serialization;

namespace Aspire.Hosting.Supervisor.Protocol;

/// <summary>What the supervisor tells the AppHost: one JSON object per line on standard output.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StartedEvent), "started")]
[JsonDerivedType(typeof(FailedEvent), "failed")]
[JsonDerivedType(typeof(OutputEvent), "output")]
[JsonDerivedType(typeof(ExitedEvent), "exited")]
[JsonDerivedType(typeof(GoneEvent), "gone")]
internal abstract record SupervisorEvent(int Id);

internal sealed record StartedEvent(int Id, int ProcessId) : SupervisorEvent(Id);

/// <summary>The process could not be started.</summary>
internal sealed record FailedEvent(int Id, string Reason) : SupervisorEvent(Id);

/// <summary>Complete lines, in the order in which the process wrote them to one of its two streams.</summary>
internal sealed record OutputEvent(int Id, bool IsError, IReadOnlyList<string> Lines) : SupervisorEvent(Id);

/// <summary>The process itself has ended; what it left behind may still be ending.</summary>
/// <param name="Id">The process.</param>
/// <param name="ExitCode">128 + signal when a signal ended it.</param>
internal sealed record ExitedEvent(int Id, int ExitCode) : SupervisorEvent(Id);

/// <summary>Nothing that the process started lives, its output is complete, its cleanup command has run. The last event of a process.</summary>
internal sealed record GoneEvent(int Id) : SupervisorEvent(Id);
