namespace Aspire.Hosting.Supervisor.Processes;

/// <summary>Numbers of signal(7), the same on every Linux.</summary>
internal enum Signal
{
    Kill = 9,
    Terminate = 15,
}
