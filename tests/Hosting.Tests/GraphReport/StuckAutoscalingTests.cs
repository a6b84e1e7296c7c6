using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Aspire.Hosting.Tests.GraphReport;

public sealed class StuckAutoscalingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stuck_deployment_asks_for_one_replica_more_than_get_ready()
    {
        await using var report = await Report.StartAsync();
        var before = await report.ReplicasAsync("spec", "a-infer");
        using var put = await report.PutAsync(new { model = "a" });

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal((before + 1, before), (await report.ReplicasAsync("spec", "a-infer"), await report.ReplicasAsync("spec", "b-infer")));
        using var deleted = await report.Client.DeleteAsync(new Uri("/faults/stuck-autoscaling?model=a", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(before, await report.ReplicasAsync("spec", "a-infer"));
    }

    [Fact]
    public async Task It_ends_by_itself()
    {
        await using var report = await Report.StartAsync();
        var before = await report.ReplicasAsync("spec", "a-infer");
        using var put = await report.PutAsync(new { @for = 30 });
        report.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(before + 1, await report.ReplicasAsync("spec", "a-infer"));

        report.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(before, await report.ReplicasAsync("spec", "a-infer"));
        Assert.Empty((await report.Client.GetFromJsonAsync<JsonElement>("/faults", Cancellation)).GetProperty("faults").EnumerateArray());
    }

    [Fact]
    public async Task Without_a_model_all_are_stuck()
    {
        await using var report = await Report.StartAsync();
        using var put = await report.PutAsync(new { });

        var list = await report.Client.GetFromJsonAsync<JsonElement>("/faults", Cancellation);
        Assert.Equal(["a", "b"], list.GetProperty("faults").EnumerateArray().Select(fault => fault.GetProperty("model").GetString()));
    }

    [Theory]
    [InlineData("""{"model":"c"}""", 404, "model_not_found")]
    [InlineData("""{"for":-1}""", 400, "invalid_value")]
    [InlineData("""{"share":0.5}""", 400, "invalid_value")]
    [InlineData("""{"modle":"a"}""", 400, "invalid_json")]
    [InlineData("{", 400, "invalid_json")]
    public async Task What_is_wrong_is_said(string body, int status, string code)
    {
        await using var report = await Report.StartAsync();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var put = await report.Client.PutAsync(new Uri("/faults/stuck-autoscaling", UriKind.Relative), content, Cancellation);

        var error = (await put.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("error");
        Assert.Equal((status, code), ((int)put.StatusCode, error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Unless_it_is_enabled_there_is_nothing()
    {
        await using var report = await Report.StartAsync(enabled: false);
        using var put = await report.PutAsync(new { });

        Assert.Equal(HttpStatusCode.NotFound, put.StatusCode);
    }

    private sealed class Report : IAsyncDisposable
    {
        private readonly TestGraph _graph = new();
        private DistributedApplication _app = null!;

        public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

        public HttpClient Client { get; private set; } = null!;

        public static async Task<Report> StartAsync(bool enabled = true)
        {
            var report = new Report();
            var builder = report._graph.Builder;
            builder.Services.AddSingleton<TimeProvider>(report.Time);
            builder.AddExecutable("server", "sleep", ".", "600").WithModels("a", "b");
            var resource = builder.AddGraphReport("graph");
            if (enabled) resource.WithFaultInjection();
            report._app = builder.Build();
            await report._app.StartAsync(Cancellation);
            await report._app.ResourceNotifications.WaitForResourceAsync("graph", KnownResourceStates.Running, Cancellation);
            report.Client = new HttpClient { BaseAddress = new Uri(resource.Resource.PrimaryEndpoint.Url) };
            return report;
        }

        public Task<HttpResponseMessage> PutAsync(object request) => Client.PutAsJsonAsync("/faults/stuck-autoscaling", request, Cancellation);

        public async Task<double> ReplicasAsync(string kind, string deployment)
        {
            var text = await Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancellation);
            var line = text.Split('\n').Single(line => line.StartsWith($"kube_deployment_{kind}_replicas{{namespace=\"default\",deployment=\"{deployment}\"}} ", StringComparison.Ordinal));
            return double.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await _app.DisposeAsync();
            _graph.Dispose();
        }
    }
}
