using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Containers;
using Aspire.Hosting.Tests.Supervision;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Tests.Containers;

/// <summary>A graph with a real container: a web server that serves a mounted directory.</summary>
public sealed class ContainerResourceTests(EngineFixture engine)
{
    private readonly string _name = $"web-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_container_is_healthy_reachable_and_gone_afterwards()
    {
        var directory = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(directory.FullName, "index.html"), "from the container", TestContext.Current.CancellationToken);
        var builder = DistributedApplication.CreateBuilder([]);
        var web = await AddWebServerAsync(builder, directory.FullName);
        await using (var app = builder.Build())
        {
            await app.StartAsync(TestContext.Current.CancellationToken).WithinBound();
            await app.ResourceNotifications.WaitForResourceHealthyAsync(_name, TestContext.Current.CancellationToken).WithinBound();
            using var client = new HttpClient();
            Assert.Equal("from the container", await client.GetStringAsync(new Uri(web.GetEndpoint("http").Url), TestContext.Current.CancellationToken).WithinBound());
            Assert.Single(await ContainersAsync());
            await app.StopAsync(TestContext.Current.CancellationToken).WithinBound();
        }

        Assert.Empty(await ContainersAsync());
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task A_killed_container_is_shown_with_its_code_and_starts_again_on_command()
    {
        var builder = DistributedApplication.CreateBuilder([]);
        await AddWebServerAsync(builder, Path.GetTempPath());
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken).WithinBound();
        await app.ResourceNotifications.WaitForResourceAsync(_name, KnownResourceStates.Running, TestContext.Current.CancellationToken).WithinBound();
        await Condition.IsMetAsync(() => ContainersAsync().GetAwaiter().GetResult().Length == 1, "the container runs");
        await EngineFixture.DockerAsync("kill", (await ContainersAsync())[0]);
        var exited = await app.ResourceNotifications.WaitForResourceAsync(_name, update => update.Snapshot.ExitCode is not null, TestContext.Current.CancellationToken).WithinBound();
        Assert.Equal((KnownResourceStates.Exited, 137), (exited.Snapshot.State!.Text, exited.Snapshot.ExitCode!.Value));

        var result = await app.ResourceCommands.ExecuteCommandAsync(_name, KnownResourceCommands.StartCommand, TestContext.Current.CancellationToken).WithinBound();
        Assert.True(result.Success);
        await app.ResourceNotifications.WaitForResourceHealthyAsync(_name, TestContext.Current.CancellationToken).WithinBound();
        await app.StopAsync(TestContext.Current.CancellationToken).WithinBound();
    }

    [Fact]
    public async Task An_image_that_cannot_be_pulled_fails_the_start_with_one_line()
    {
        _ = await engine.GetImageAsync();
        var builder = DistributedApplication.CreateBuilder([]);
        builder.AddContainer(_name, "127.0.0.1:1/nothing", "1.0.0");
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken).WithinBound();
        await app.ResourceNotifications.WaitForResourceAsync(_name, KnownResourceStates.FailedToStart, TestContext.Current.CancellationToken).WithinBound();
        List<LogLine> lines = [];
        await foreach (var batch in app.Services.GetRequiredService<ResourceLoggerService>().GetAllAsync(_name)) lines.AddRange(batch);
        Assert.Contains("Image '127.0.0.1:1/nothing:1.0.0' cannot be pulled", lines[^1].Content, StringComparison.Ordinal);
        Assert.EndsWith("'Stack:Runtime=processes' runs without containers.", lines[^1].Content, StringComparison.Ordinal);
    }

    private async Task<IResourceBuilder<ContainerResource>> AddWebServerAsync(IDistributedApplicationBuilder builder, string directory)
    {
        var image = (await engine.GetImageAsync()).Split(':');
        var web = builder.AddContainer(_name, image[0], image[1])
            .WithEntrypoint("/bin/httpd")
            .WithBindMount(directory, "/www", isReadOnly: true)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/", statusCode: directory == Path.GetTempPath() ? 404 : 200);
        return web.WithArgs("-f", "-h", "/www", "-p", ReferenceExpression.Create($"127.0.0.1:{web.GetEndpoint("http").Property(EndpointProperty.TargetPort)}"));
    }

    private async Task<string[]> ContainersAsync()
        => (await EngineFixture.DockerAsync("ps", "--quiet", "--filter", $"label={ContainerLabels.Resource}={_name}")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
