using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Aspire.Hosting.Tests.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Tests.Testing;

public sealed class TestingBuilderTests
{
    private static CancellationToken Bound => Patience.Token;

    private static Task<IDistributedApplicationTestingBuilder> CreateAsync(params string[] args) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.SmallAppHost>(["--ConnectionStrings:store=host=db", .. args], Bound);

    [Fact]
    public async Task The_entry_point_runs_until_it_builds_and_its_graph_can_be_changed()
    {
        await using var builder = await CreateAsync();
        Assert.Equal(["greeting", "store", "back", "front"], builder.Resources.Select(r => r.Name));
        Assert.EndsWith("/tests/SmallAppHost", builder.AppHostDirectory, StringComparison.Ordinal);
        Assert.Equal("SmallAppHost", builder.Environment.ApplicationName);
        Assert.Equal("host=db", builder.Configuration.GetConnectionString("store"));

        builder.Resources.Remove(builder.Resources.Single(r => r.Name == "front"));
        await using var app = await builder.BuildAsync(Bound);
        await app.StartAsync(Bound);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("back", Bound);
        Assert.False(app.ResourceNotifications.TryGetCurrentState("front", out _));
    }

    [Fact]
    public async Task A_started_application_answers_and_leaves_no_process_and_no_port()
    {
        int process;
        Uri address;
        await using (var builder = await CreateAsync())
        {
            await using var app = await builder.BuildAsync(Bound);
            await app.StartAsync(Bound);
            var healthy = await app.ResourceNotifications.WaitForResourceHealthyAsync("front", Bound);
            Assert.Equal(HealthStatus.Healthy, healthy.Snapshot.HealthStatus);
            process = Processes.IdOf(healthy.Snapshot);
            address = app.GetEndpoint("front");
            Assert.Equal("127.0.0.1", address.Host);

            using var http = app.CreateHttpClient("front");
            Assert.Equal(address, http.BaseAddress);
            Assert.Equal("hello", await http.GetStringAsync("/env/GREETING", Bound));
            Assert.Equal("host=db", await http.GetStringAsync("/env/ConnectionStrings__store", Bound));
            Assert.Equal(app.GetEndpoint("back").ToString().TrimEnd('/'), await http.GetStringAsync("/env/services__back__http__0", Bound));
            Assert.Equal($"port {app.GetEndpoint("back").Port}", await http.GetStringAsync("/env/BACK_PORT", Bound));
            Assert.Equal("host=db", await app.GetConnectionStringAsync("store", Bound));
            Assert.True(Processes.Lives(process));
        }

        Assert.False(Processes.Lives(process));
        Assert.True(Ports.IsFree(address.Port));
    }

    [Fact]
    public async Task An_entry_point_that_fails_tells_the_test_why()
    {
        var exception = await Assert.ThrowsAsync<DistributedApplicationException>(() => CreateAsync("--AppHost:Operation=dance"));
        Assert.Contains("Invalid operation", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_builder_that_is_never_built_lets_the_entry_point_end()
    {
        var builder = await CreateAsync();
        await builder.DisposeAsync().AsTask().WaitAsync(Bound);
    }

    [Fact]
    public async Task A_builder_of_ones_own_runs_what_the_test_adds()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("once", "true", ".");
        await using var app = await builder.BuildAsync(Bound);
        await app.StartAsync(Bound);
        await app.ResourceNotifications.WaitForResourceAsync("once", KnownResourceStates.Finished, Bound);
        Assert.Throws<ArgumentException>(() => app.GetEndpoint("once"));
    }
}
