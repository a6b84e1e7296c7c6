using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration.Runners;

internal sealed class ExecutableRunner : IResourceRunner
{
    public string ResourceType => KnownResourceTypes.Executable;

    public bool CanRun(IResource resource) => resource is ExecutableResource;

    public IEnumerable<ResourcePropertySnapshot> Describe(IResource resource)
    {
        var executable = (ExecutableResource)resource;
        return [new(KnownProperties.ExecutablePath, executable.Command), new(KnownProperties.ExecutableWorkDir, executable.WorkingDirectory)];
    }

    public Task<ISupervisedProcess> StartAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        var executable = (ExecutableResource)start.Resource;
        return start.Launcher.StartAsync(new()
        {
            Name = start.InstanceId,
            Command = executable.Command,
            Arguments = start.Arguments,
            WorkingDirectory = executable.WorkingDirectory,
            Environment = start.Environment,
        }, cancellationToken);
    }
}
