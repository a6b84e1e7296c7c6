using Aspire.Hosting.Supervision;

namespace Aspire.Hosting.Orchestration.Runners;

/// <summary>Starts what the AppHost's build left of a project; it never builds.</summary>
internal sealed class ProjectRunner(DistributedApplicationOptions options) : IResourceRunner
{
    public string ResourceType => KnownResourceTypes.Project;

    public bool CanRun(IResource resource) => resource is ProjectResource;

    public IEnumerable<ResourcePropertySnapshot> Describe(IResource resource) =>
        [new(KnownProperties.ProjectPath, ((ProjectResource)resource).GetProjectMetadata().ProjectPath)];

    public Task<ISupervisedProcess> StartAsync(ResourceStart start, CancellationToken cancellationToken)
    {
        var project = Path.GetFullPath(((ProjectResource)start.Resource).GetProjectMetadata().ProjectPath);
        var program = ProjectProgram.Find(options.Assembly, start.Resource.Name, project);
        return start.Launcher.StartAsync(new()
        {
            Name = start.InstanceId,
            Command = program.Command,
            Arguments = [.. program.Arguments, .. start.Arguments],
            WorkingDirectory = Path.GetDirectoryName(project)!,
            Environment = Environment(start),
        }, cancellationToken);
    }

    private static Dictionary<string, string> Environment(ResourceStart start)
    {
        var environment = new Dictionary<string, string>(start.Environment);
        environment.TryAdd("OTEL_RESOURCE_ATTRIBUTES", $"service.instance.id={start.InstanceId}");
        // The program's own executable looks for the runtime in the usual places; it shall take the one that runs the AppHost.
        if (System.Environment.GetEnvironmentVariable("DOTNET_ROOT") is null)
            environment.TryAdd("DOTNET_ROOT", DotNet.Root);
        return environment;
    }
}
