using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>Runs containers through the CLI of the engine, as supervised processes: they end with the AppHost, however it ends.</summary>
internal sealed class ContainerEngine(IProcessLauncher processes)
{
    private const string WayOut = "'Stack:Runtime=processes' runs without containers.";

    /// <summary>Aspire's own variable: <c>docker</c> or <c>podman</c>.</summary>
    private readonly DockerCommands _commands = new(Environment.GetEnvironmentVariable("ASPIRE_CONTAINER_RUNTIME") is { Length: > 0 } name ? name : "docker");

    /// <summary>Pulls the image if need be, then starts the container. The process is that of the attached CLI.</summary>
    /// <param name="spec">The container.</param>
    /// <param name="log">Receives what the pull writes.</param>
    /// <param name="cancellationToken">Ends the pull, too.</param>
    /// <exception cref="InvalidOperationException">The CLI is missing, or the image cannot be pulled; the message is one line.</exception>
    public async Task<ISupervisedProcess> StartAsync(ContainerSpec spec, Action<OutputLine> log, CancellationToken cancellationToken)
    {
        await EnsureImageAsync(spec, log, cancellationToken).ConfigureAwait(false);
        if (spec.HasFixedName) await RemoveLeftoverAsync(spec, cancellationToken).ConfigureAwait(false);
        return await processes.StartAsync(
            Describe(spec, DockerCommands.Run(spec)) with
            {
                Environment = DockerCommands.RunEnvironment(spec),
                CleanupCommand = _commands.Remove(spec.ContainerName),
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task EnsureImageAsync(ContainerSpec spec, Action<OutputLine> log, CancellationToken cancellationToken)
    {
        if (spec.Pull != PullMode.Always)
        {
            var (exitCode, lastLine) = await RunAsync(spec, DockerCommands.InspectImage(spec.Image), log: null, cancellationToken).ConfigureAwait(false);
            if (exitCode == 0) return;
            if (spec.Pull == PullMode.Never)
                throw new InvalidOperationException($"Image '{spec.Image}' is not there and its pull policy is 'never': {Sentence(lastLine)} {WayOut}");
        }

        var pull = await RunAsync(spec, DockerCommands.Pull(spec.Image), log, cancellationToken).ConfigureAwait(false);
        if (pull.ExitCode != 0) throw new InvalidOperationException($"Image '{spec.Image}' cannot be pulled: {Sentence(pull.LastLine)} {WayOut}");
    }

    private static string Sentence(string line) => line.TrimEnd() is var text && text.EndsWith('?') ? text : text.TrimEnd('.') + ".";

    private async Task RemoveLeftoverAsync(ContainerSpec spec, CancellationToken cancellationToken)
    {
        string? owner = null;
        await RunAsync(spec, DockerCommands.FindOwner(spec.ContainerName), line => owner = line.IsError ? owner : line.Text, cancellationToken).ConfigureAwait(false);
        if (owner is null) return;
        if (owner != $"resource={spec.ResourceName}")
        {
            throw new InvalidOperationException(
                $"'{spec.ResourceName}' cannot start: a container named '{spec.ContainerName}' exists and is not from here. Remove it, or give WithContainerName another name.");
        }

        await RunAsync(spec, [.. _commands.Remove(spec.ContainerName).Skip(1)], log: null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(int ExitCode, string LastLine)> RunAsync(
        ContainerSpec spec, IReadOnlyList<string> arguments, Action<OutputLine>? log, CancellationToken cancellationToken)
    {
        var process = await StartCliAsync(Describe(spec, arguments), cancellationToken).ConfigureAwait(false);
        try
        {
            var last = "";
            await foreach (var line in process.Output.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (line.IsError && line.Text.Length > 0) last = line.Text;
                log?.Invoke(line);
            }

            return (await process.Exited.WaitAsync(cancellationToken).ConfigureAwait(false), last);
        }
        catch (OperationCanceledException)
        {
            await process.StopAsync(TimeSpan.FromSeconds(1), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<ISupervisedProcess> StartCliAsync(ProcessSpec spec, CancellationToken cancellationToken)
    {
        try
        {
            return await processes.StartAsync(spec, cancellationToken).ConfigureAwait(false);
        }
        catch (FileNotFoundException exception)
        {
            throw new InvalidOperationException($"'{spec.Name}' is a container, and the command '{spec.Command}' is not on PATH. {WayOut}", exception);
        }
    }

    private ProcessSpec Describe(ContainerSpec spec, IReadOnlyList<string> arguments) => new()
    {
        Name = spec.ResourceName,
        Command = _commands.Executable,
        Arguments = arguments,
        WorkingDirectory = Environment.CurrentDirectory,
        Environment = new Dictionary<string, string>(),
    };
}
