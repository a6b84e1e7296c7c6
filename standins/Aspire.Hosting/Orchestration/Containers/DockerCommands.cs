using System.Globalization;
using System.Text.RegularExpressions;

namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>The command lines of the docker CLI, and of those that take the same ones (podman).</summary>
internal sealed class DockerCommands(string executable)
{
    public string Executable => executable;

    /// <summary>
    /// Runs attached: output flows through, SIGTERM is passed on to the container, its exit code comes back. Values of the environment are
    /// not in the command line, which every user of the machine can read; the CLI takes them from its own environment.
    /// </summary>
    public static IReadOnlyList<string> Run(ContainerSpec spec) =>
    [
        "run", "--rm", "--pull", "never",
        "--name", spec.ContainerName,
        // A bridge does not reach what listens on the host's 127.0.0.1, so everything shares the host's network.
        "--network", "host",
        "--label", $"{ContainerLabels.Resource}={spec.ResourceName}",
        "--label", $"{ContainerLabels.AppHostProcess}={Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}",
        .. spec.Mounts.SelectMany(mount => (string[])["--mount", mount.ToOption()]),
        .. spec.Environment.SelectMany(variable => (string[])["--env", IsReadByCli(variable.Key) ? $"{variable.Key}={variable.Value}" : variable.Key]),
        .. spec.Entrypoint is null ? (string[])[] : ["--entrypoint", spec.Entrypoint],
        .. spec.RuntimeArguments,
        spec.Image,
        .. spec.Arguments,
    ];

    /// <summary>What <see cref="Run"/> needs in the environment of the CLI.</summary>
    public static IReadOnlyDictionary<string, string> RunEnvironment(ContainerSpec spec)
        => spec.Environment.Where(variable => !IsReadByCli(variable.Key)).ToDictionary();

    public static IReadOnlyList<string> InspectImage(string image) => ["image", "inspect", "--format", "{{.Id}}", image];

    public static IReadOnlyList<string> Pull(string image) => ["pull", image];

    /// <summary>Writes, for the container of that name if there is one, <c>resource=</c> and the resource whose container it is, or nothing when it is none of ours.</summary>
    public static IReadOnlyList<string> FindOwner(string containerName) =>
    [
        "ps", "--all", "--no-trunc",
        "--filter", $"name=^/?{Regex.Escape(containerName)}$",
        "--format", $"resource={{{{.Label \"{ContainerLabels.Resource}\"}}}}",
    ];

    /// <summary>Ends the container if it runs and removes it with its anonymous volumes.</summary>
    public IReadOnlyList<string> Remove(string containerName) => [executable, "rm", "--force", "--volumes", containerName];

    /// <summary>The CLI would take these for itself.</summary>
    private static bool IsReadByCli(string variable)
        => variable is "PATH" or "HOME" || variable.StartsWith("DOCKER_", StringComparison.Ordinal) || variable.StartsWith("LD_", StringComparison.Ordinal);
}
