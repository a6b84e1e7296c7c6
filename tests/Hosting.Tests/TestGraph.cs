using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests;

/// <summary>A builder whose tools are empty executables and whose state is a temporary folder.</summary>
internal sealed class TestGraph : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kthena-hosting-");

    public TestGraph(string runtime = "processes", params string[] tools)
    {
        foreach (var tool in tools)
        {
            var path = Path.Join(Directory.CreateDirectory(Path.Join(Folder, "tools")).FullName, tool);
            File.WriteAllText(path, "#!/bin/sh\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Builder = DistributedApplication.CreateBuilder(
            [$"--Stack:Runtime={runtime}", $"--Stack:State={Path.Join(Folder, "state")}", $"--Stack:Tools={Path.Join(Folder, "tools")}", "--PATH="]);
    }

    public string Folder => _folder.FullName;

    public IDistributedApplicationBuilder Builder { get; }

    public string FolderWith(string name, params (string File, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Join(Folder, name)).FullName;
        foreach (var (file, text) in files) File.WriteAllText(Path.Join(folder, file), text);
        return folder;
    }

    /// <summary>The command line as it would be, with every endpoint at the given port.</summary>
    public async Task<IReadOnlyList<string>> ArgumentsAsync(IResource resource, int port)
    {
        Allocate(resource, port);
        var arguments = new List<object>();
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(new CommandLineArgsCallbackContext(arguments, resource, TestContext.Current.CancellationToken)
            {
                ExecutionContext = Builder.ExecutionContext,
            });
        }

        var resolved = new List<string>();
        foreach (var argument in arguments)
        {
            resolved.Add(argument is IValueProvider provider
                ? await provider.GetValueAsync(TestContext.Current.CancellationToken) ?? ""
                : $"{argument}");
        }

        return resolved;
    }

    public static void Allocate(IResource resource, int port)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, "127.0.0.1", port, targetPortExpression: $"{port}");
    }

    /// <summary>Raises the event that comes just before a resource starts.</summary>
    public async Task RaiseBeforeStartAsync(DistributedApplication app, IResource resource)
        => await Builder.Eventing.PublishAsync(new BeforeResourceStartedEvent(resource, app.Services), TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
