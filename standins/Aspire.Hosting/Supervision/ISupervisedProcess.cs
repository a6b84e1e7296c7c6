using System.Threading.Channels;

namespace Aspire.Hosting.Supervision;

/// <summary>A running process and everything that it starts.</summary>
internal interface ISupervisedProcess
{
    int ProcessId { get; }

    /// <summary>The exit code as soon as the process itself has ended; 128 + signal when a signal ended it.</summary>
    Task<int> Exited { get; }

    /// <summary>What it writes. Bounded: the oldest lines are dropped while nobody reads. Completes after the process has ended.</summary>
    ChannelReader<OutputLine> Output { get; }

    /// <summary>
    /// SIGTERM to the process group, SIGKILL to everything that it started after <paramref name="grace"/>. Returns when nothing of it is
    /// left. May be called more than once, and after the process has ended.
    /// </summary>
    Task StopAsync(TimeSpan grace, CancellationToken cancellationToken);
}
