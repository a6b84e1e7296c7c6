namespace Kthena.SampleModelServer.Faults;

/// <summary>A fault cannot be injected as things are. The message says why, and how to mend it.</summary>
internal sealed class FaultRefusedException(string message) : Exception(message);
