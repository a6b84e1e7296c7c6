using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests.Configuration;

#pragma warning disable CS0618 // What takes the place of GetEnvironmentVariableValuesAsync reads the whole graph.
public class WithSettingsTests
{
    [Fact]
    public async Task The_service_gets_the_settings_of_its_section_and_no_others()
    {
        using var graph = new TestGraph();
        graph.Builder.Configuration["Traffic:RequestsPerSecond"] = "5";
        graph.Builder.Configuration["Traffic:Models:lande-t50"] = "2";
        graph.Builder.Configuration["TrafficLight"] = "red";

        var service = graph.Builder.AddExecutable("service", "true", ".").WithSettings("Traffic").Resource;

        Assert.Equal(
            new Dictionary<string, string> { ["Traffic__RequestsPerSecond"] = "5", ["Traffic__Models__lande-t50"] = "2" },
            await service.GetEnvironmentVariableValuesAsync());
    }
}
