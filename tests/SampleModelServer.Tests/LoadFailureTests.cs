using System.Net;
using System.Text;
using System.Text.Json;

namespace Kthena.SampleModelServer.Tests;

public sealed class LoadFailureTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string RealModel => Path.Combine(AppContext.BaseDirectory, "models", "lande-t50.safetensors");

    private string Model => Path.Combine(_folder.FullName, "lande-t50.safetensors");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task A_missing_file_keeps_the_server_up_but_not_ready() => AssertNotReadyAsync("there is no such file");

    [Fact]
    public Task A_file_that_was_cut_off_keeps_the_server_up_but_not_ready()
    {
        File.WriteAllBytes(Model, File.ReadAllBytes(RealModel)[..^100]);
        return AssertNotReadyAsync("it is cut off or has a tail");
    }

    [Fact]
    public Task A_file_of_another_model_keeps_the_server_up_but_not_ready()
    {
        Replace("\"model_id\":\"lande-t50\"", "\"model_id\":\"lande-t51\"");
        return AssertNotReadyAsync("holds the model 'lande-t51', not 'lande-t50'");
    }

    [Fact]
    public Task An_unknown_architecture_keeps_the_server_up_but_not_ready()
    {
        Replace("ngram-mlp", "ngram-mlq");
        return AssertNotReadyAsync("the architecture is 'ngram-mlq'");
    }

    [Fact]
    public Task A_tensor_of_another_shape_keeps_the_server_up_but_not_ready()
    {
        Replace("\"shape\":[50,120]", "\"shape\":[120,50]");
        return AssertNotReadyAsync("tensor 'output.weight' is U8[120,50] instead of U8[50,120]");
    }

    [Fact]
    public Task N_grams_that_are_there_twice_keep_the_server_up_but_not_ready()
    {
        Replace("\"ngrams\":\"[\\\" \\\",\\\"ا\\\",\\\"a\\\"", "\"ngrams\":\"[\\\" \\\",\\\"ا\\\",\\\" \\\"");
        return AssertNotReadyAsync("n-gram ' ' is there twice");
    }

    [Fact]
    public Task A_file_that_does_not_name_its_root_keeps_the_server_up_but_not_ready()
    {
        Replace("\"root\":", "\"loot\":");
        return AssertNotReadyAsync("lacks 'root'");
    }

    private void Replace(string text, string other)
    {
        var bytes = File.ReadAllBytes(RealModel);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        Assert.True(at >= 0 && Encoding.UTF8.GetByteCount(text) == Encoding.UTF8.GetByteCount(other));
        Encoding.UTF8.GetBytes(other).CopyTo(bytes, at);
        File.WriteAllBytes(Model, bytes);
    }

    private async Task AssertNotReadyAsync(string reason)
    {
        await using var server = await TestServer.StartAsync(new() { ["Models:Directory"] = _folder.FullName, ["Models:Ids:0"] = TestServer.Model });
        using var live = await server.Client.GetAsync(new Uri("/healthz", UriKind.Relative), Cancellation);
        using var ready = await server.Client.GetAsync(new Uri("/readyz", UriKind.Relative), Cancellation);
        using var response = await server.ClassifyAsync("hello");
        var metrics = await server.MetricsAsync();
        var report = JsonDocument.Parse(await ready.Content.ReadAsStringAsync(Cancellation)).RootElement;
        var description = report.GetProperty("checks").GetProperty("models").GetProperty("description").GetString();

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(Model, description, StringComparison.Ordinal);
        Assert.Contains(reason, description, StringComparison.Ordinal);
        await ErrorTests.AssertErrorAsync(response, 503, "model_not_loaded", "model");
        Assert.Equal(1, metrics.Of("kthena_model_load_failures_total"));
        Assert.Equal((0, 0), (metrics.Of("kthena_model_status"), metrics.Of("kthena_model_memory_usage_bytes")));
        Assert.Equal(0, metrics.Of("kthena_model_load_duration_seconds_count"));
        Assert.Equal((1, 1), (metrics.Requests(TestServer.Model, 503), metrics.Of("kthena_inference_errors_total")));
    }
}
