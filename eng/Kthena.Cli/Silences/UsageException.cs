namespace Kthena.Cli.Silences;

/// <summary>What is wrong with the words on the command line, and what to write.</summary>
internal sealed class UsageException(string message) : Exception(message);
