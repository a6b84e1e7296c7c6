namespace Aspire.Hosting.Supervision;

/// <summary>A process to start. Everything is passed as it is; no shell reads it.</summary>
internal sealed record ProcessSpec
{
    /// <summary>How messages call it: the resource's name.</summary>
    public required string Name { get; init; }

    /// <summary>A path, absolute or relative to <see cref="WorkingDirectory"/>, or a name to look up on PATH.</summary>
    public required string Command { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string WorkingDirectory { get; init; }

    /// <summary>Set on top of the inherited environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>
    /// Run by the supervisor once the process has ended, however it ended, so also when the AppHost died: removes what lives outside
    /// the process tree, e.g. <c>docker rm -f NAME</c>. It must do no harm when there is nothing to remove.
    /// </summary>
    public IReadOnlyList<string>? CleanupCommand { get; init; }
}
