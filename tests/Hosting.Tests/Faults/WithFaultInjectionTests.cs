using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Faults;

#pragma warning disable CS0618 // What takes the place of GetEnvironmentVariableValuesAsync reads the whole graph.
public sealed class WithFaultInjectionTests
{
    [Fact]
    public async Task A_running_server_takes_faults()
    {
        using var graph = new TestGraph();

        Assert.Equal("true", (await EnvironmentAsync(graph.Builder))["Faults__Enabled"]);
    }

    [Fact]
    public async Task What_is_published_does_not()
    {
        var builder = DistributedApplication.CreateBuilder(["--operation", "publish", "--Gpu:Device=fake", "--Faults:Enabled=true"]);
        Assert.True(builder.ExecutionContext.IsPublishMode);

        Assert.DoesNotContain(await EnvironmentAsync(builder), variable => variable.Key.StartsWith("Faults", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Faults:Enabled"] = "false";

        Assert.Empty(await EnvironmentAsync(graph.Builder));
    }

    [Fact]
    public void A_setting_that_is_no_switch_is_named()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Faults:Enabled"] = "maybe";

        var error = Assert.Throws<DistributedApplicationException>(() => graph.Builder.AddGraphReport("graph").WithFaultInjection());

        Assert.Equal("Faults:Enabled is 'maybe': give true or false.", error.Message);
    }

    [Fact]
    public async Task With_fake_GPUs_the_server_writes_the_file_that_the_exporter_s_library_reads()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Gpu:Device"] = "fake";
        var exporter = graph.Builder.AddExecutable("exporter", "true", ".").WithSettings("Gpu").WithFakeGpus(_ => Task.FromResult("")).Resource;

        var environment = await exporter.GetEnvironmentVariableValuesAsync();
        Assert.Equal("nvml", environment["Gpu__Device"]);
        Assert.Equal($"{environment["Nvml__Library"]}.control", (await EnvironmentAsync(graph.Builder))["Faults__FakeGpuControl"]);
    }

    [Fact]
    public async Task A_library_that_cannot_be_made_stops_the_start_and_says_what_to_do()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Gpu:Device"] = "fake";
        graph.Builder.AddExecutable("exporter", "true", ".").WithFakeGpus(_ => throw new InvalidOperationException("cc is not on PATH."));
        await using var app = graph.Builder.Build();

        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            "Gpu:Device=fake needs a library that could not be made: cc is not on PATH. Install a C compiler (Debian: apt install gcc libc6-dev), or leave Gpu:Device out.",
            error.Message);
    }

    private static async Task<Dictionary<string, string>> EnvironmentAsync(IDistributedApplicationBuilder builder) =>
        await builder.AddExecutable("server", "true", ".").WithFaultInjection().Resource.GetEnvironmentVariableValuesAsync(builder.ExecutionContext.Operation);
}
