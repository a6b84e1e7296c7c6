using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Orchestration.Containers;

namespace Aspire.Hosting.Tests.Containers;

public sealed class ContainerSpecReaderTests
{
    private readonly IDistributedApplicationBuilder _builder = DistributedApplication.CreateBuilder([]);

    [Fact]
    public async Task The_spec_has_what_the_model_says()
    {
        var password = _builder.AddParameter("password", "s3cret", secret: true);
        var container = _builder.AddContainer("db", "example/db", "1.2.3")
            .WithImageRegistry("registry.example:5000")
            .WithEntrypoint("/bin/db")
            .WithBindMount("/config", "/etc/db", isReadOnly: true)
            .WithVolume("data", "/data")
            .WithVolume("/cache")
            .WithContainerRuntimeArgs("--user", "1000")
            .WithContainerRuntimeArgs(context => context.Args.Add(password.Resource))
            .WithImagePullPolicy(ImagePullPolicy.Always);
        var spec = await ReadAsync(container.Resource);
        Assert.Equal("registry.example:5000/example/db:1.2.3", spec.Image);
        Assert.Equal("/bin/db", spec.Entrypoint);
        Assert.Equal(["--verbose"], spec.Arguments);
        Assert.Equal(
            [
                new ContainerMount("/config", "/etc/db", IsVolume: false, IsReadOnly: true),
                new ContainerMount("data", "/data", IsVolume: true, IsReadOnly: false),
                new ContainerMount(null, "/cache", IsVolume: true, IsReadOnly: false),
            ],
            spec.Mounts);
        Assert.Equal(["--user", "1000", "s3cret"], spec.RuntimeArguments.TakeLast(3));
        Assert.Equal(PullMode.Always, spec.Pull);
    }

    [Fact]
    public async Task Two_runs_have_different_container_names_unless_one_is_given()
    {
        var container = _builder.AddContainer("db", "example/db").WithImageSHA256(new string('a', 64));
        var (first, second) = (await ReadAsync(container.Resource), await ReadAsync(container.Resource));
        Assert.StartsWith("db-", first.ContainerName, StringComparison.Ordinal);
        Assert.NotEqual(first.ContainerName, second.ContainerName);
        Assert.Equal($"example/db@sha256:{new string('a', 64)}", first.Image);
        Assert.Equal("mine", (await ReadAsync(container.WithContainerName("mine").Resource)).ContainerName);
    }

    private static async Task<ContainerSpec> ReadAsync(ContainerResource resource)
    {
        var executionContext = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Run);
        var start = new ResourceStart
        {
            Resource = resource,
            InstanceId = resource.Name,
            Arguments = ["--verbose"],
            Environment = new Dictionary<string, string>(),
            Values = new() { Caller = resource, ExecutionContext = executionContext },
            ExecutionContext = executionContext,
            Log = new(TimeProvider.System),
            Launcher = null!,
        };
        return await ContainerSpecReader.ReadAsync(start, TestContext.Current.CancellationToken);
    }
}
