namespace Kthena.Cli.Faults;

/// <summary>A fault was not injected, listed or cleared; the message is one line.</summary>
internal sealed class FaultException(string message, int exitCode) : Exception(message)
{
    public int ExitCode => exitCode;
}
