namespace Kthena.Bench;

/// <summary>Something could not be measured; the message says what, and how to mend it.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
