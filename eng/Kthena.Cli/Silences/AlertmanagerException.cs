namespace Kthena.Cli.Silences;

/// <summary>What Alertmanager said when it did not do what it was asked.</summary>
internal sealed class AlertmanagerException(string message) : Exception(message);
