using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Running;

public sealed class ParameterTests
{
    [Fact]
    public async Task A_missing_value_is_shown_and_stops_who_needs_it()
    {
        var builder = RunningGraph.Define();
        var key = builder.AddParameter("api-key", secret: true);
        builder.AddShell("service", Shell.Sleeper).WithEnvironment("KEY", key);
        builder.AddShell("other", Shell.Sleeper);
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("api-key", KnownResourceStates.ValueMissing);
        await graph.UntilLoggedAsync("api-key", "Parameters__api_key");
        await graph.UntilAsync("service", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("service", "Parameters:api-key");
        await graph.UntilAsync("other", KnownResourceStates.Running);
    }

    [Theory]
    [InlineData("Parameters:api-key=abc")]
    [InlineData("Parameters:api_key=abc")]
    public async Task A_value_comes_from_the_configuration_and_a_secret_is_not_shown(string setting)
    {
        var builder = RunningGraph.Define($"--{setting}");
        var key = builder.AddParameter("api-key", secret: true);
        builder.AddShell("service", "test \"$KEY\" = abc").WithEnvironment("KEY", key);
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("service", KnownResourceStates.Finished);
        Assert.DoesNotContain(graph.Now("api-key").Properties, p => p.Value is "abc");
    }
}
