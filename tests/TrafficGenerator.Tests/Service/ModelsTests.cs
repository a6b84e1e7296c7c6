namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>Which models get requests.</summary>
public sealed class ModelsTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_version_gets_a_share_and_a_model_that_is_not_loaded_none()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.ModelsJson = """
            {"object":"list","data":[
              {"id":"m","root":"m","state":"loaded"},
              {"id":"m-pruned","root":"m","state":"loaded"},
              {"id":"gone","root":"gone","state":"unloaded"}]}
            """;
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "200"));
        await server.ReceiveAsync(1);
        generator.Pass(s_second, steps: 10);

        var models = (await server.ReceiveAsync(200)).CountBy(r => r.Model).ToDictionary();
        Assert.Equal(["m", "m-pruned"], models.Keys.Order());
        Assert.InRange(models["m-pruned"], 1, 60);
    }

    [Fact]
    public async Task Weights_change_at_run_time()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Models = ["a", "b"];
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "50"), ("Models:a", "0"));
        await server.ReceiveAsync(1);
        generator.Pass(s_second);
        Assert.All(await server.ReceiveAsync(50), r => Assert.Equal("b", r.Model));

        generator.Change(("Models:a", "1"), ("Models:b", "0"));
        var first = await server.ReceiveAsync(1);
        generator.Pass(s_second);

        Assert.All([.. first, .. await server.ReceiveAsync(50)], r => Assert.Equal("a", r.Model));
    }

    [Fact]
    public async Task Where_no_model_is_to_be_asked_the_requests_are_dropped_and_counted()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("RequestsPerSecond", "10"), ("Models:lande-t50", "0"));
        await generator.WaitForMetricAsync("""traffic_requests_dropped_total{reason="no_model"}""", 1);
        generator.Pass(s_second);

        await generator.WaitForMetricAsync("""traffic_requests_dropped_total{reason="no_model"}""", 11);
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task A_weight_for_a_model_that_the_server_does_not_serve_is_warned_of()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var generator = Generator.Start(server.Url, ("Models:lande-t05", "3"));
        await server.ReceiveAsync(1);

        Assert.Contains(generator.Logged("ModelDirectory"), record => record.Message.Contains("lande-t05", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"data":7}""")]
    [InlineData("""{"data":[{"id":null}]}""")]
    [InlineData("no JSON")]
    public async Task An_answer_that_names_no_model_is_asked_for_again(string answer)
    {
        await using var server = await FakeModelServer.StartAsync();
        server.ModelsJson = answer;
        await using var generator = Generator.Start(server.Url);
        generator.Pass(s_second, steps: 8);
        Assert.Equal(0, server.Count);

        server.ModelsJson = null;
        var request = server.ReceiveAsync(1);
        while (!request.IsCompleted)
        {
            generator.Pass(s_second / 4);
            await generator.GetAsync("/healthz");
        }

        Assert.Equal("lande-t50", (await request)[0].Model);
    }
}
