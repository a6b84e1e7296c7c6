namespace Aspire.Hosting.Supervision;

/// <summary>Starts processes that do not outlive the AppHost.</summary>
internal interface IProcessLauncher : IAsyncDisposable
{
    /// <summary>Completes when the supervisor died unexpectedly and everything that it had started has been ended.</summary>
    Task Lost { get; }

    /// <exception cref="FileNotFoundException">The command does not exist.</exception>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">The command is not executable.</exception>
    /// <exception cref="InvalidOperationException">The process could not be started, or the supervisor is gone.</exception>
    Task<ISupervisedProcess> StartAsync(ProcessSpec spec, CancellationToken cancellationToken);
}
