using System.Globalization;
using System.Text.Json;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Models;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;
using Kthena.SampleModelServer.Telemetry.Custom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>The other side of <see cref="Worker.Pipeline"/>: the server's own services without its listener.</summary>
internal sealed class PipelineWorker(PipelineShape shape, InferencePipeline pipeline, ModelEntry model, string[] texts)
{
    public const string Verb = "pipeline";

    private readonly ClassificationRequest[] _requests =
        [.. Enumerable.Range(0, texts.Length).Select(first => new ClassificationRequest(
            model, [.. Enumerable.Range(first * shape.TextsPerRequest, shape.TextsPerRequest).Select(text => texts[text % texts.Length])]))];

    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddServiceDefaults();
        builder.AddServerMetrics();
        builder.AddCustomMetrics();
        builder.AddModels();
        builder.AddBatching();
        builder.AddInferencePipeline();
        await using var app = builder.Build();

        var (shape, texts) = PipelineShape.Read(app.Configuration);
        var model = app.Services.GetRequiredService<ModelRegistry>().All[0];
        await app.Services.GetRequiredService<ModelLifecycle>().LoadAsync(model, CancellationToken.None);
        var worker = new PipelineWorker(
            shape, app.Services.GetRequiredService<InferencePipeline>(), model, JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(texts))!);
        while (await Console.In.ReadLineAsync() is { } line)
            await Console.Out.WriteLineAsync(await worker.AnswerAsync(line.Split(' ')));
        return 0;
    }

    private async Task<string> AnswerAsync(string[] question) => question[0] == WorkerVerbs.Labels
        ? JsonSerializer.Serialize(await LabelsAsync())
        : JsonSerializer.Serialize(await RunAsync(TimeSpan.FromSeconds(double.Parse(question[1], CultureInfo.InvariantCulture))));

    private async Task<string[]> LabelsAsync()
    {
        using var answer = await pipeline.ClassifyAsync(new ClassificationRequest(model, texts), CancellationToken.None);
        return [.. Enumerable.Range(0, texts.Length).Select(answer.Label)];
    }

    private async Task<Round> RunAsync(TimeSpan duration)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, shape.Callers).Select(CallAsync));
        return new Round(counts.Sum(), time.GetElapsedTime(start).TotalSeconds);

        async Task<long> CallAsync(int caller)
        {
            long count = 0;
            for (var next = caller; time.GetElapsedTime(start) < duration; next += shape.Callers)
            {
                using var answer = await pipeline.ClassifyAsync(_requests[next % _requests.Length], CancellationToken.None);
                count += answer.Count;
            }

            return count;
        }
    }
}
