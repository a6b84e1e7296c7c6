namespace Kthena.Cli.Status;

/// <summary>Why there is no running graph to tell about, in one line.</summary>
internal sealed class StatusException(string message) : Exception(message);
