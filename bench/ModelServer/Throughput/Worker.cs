using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kthena.Bench.ModelServer.Processes;

namespace Kthena.Bench.ModelServer.Throughput;

/// <summary>A process on the server's processor that classifies on demand and sleeps in between: lines to it, lines of JSON from it.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _name;
    private readonly Process _process;
    private readonly TimeProvider _time;

    private Worker(string name, ProcessStartInfo start, TimeProvider time)
    {
        _name = name;
        _time = time;
        try
        {
            _process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new BenchmarkException($"{name} does not start: {exception.Message}");
        }
    }

    /// <summary>lande's own JavaScript.</summary>
    public static Worker JavaScript(string texts, TimeProvider time) => new(
        "node",
        ProcessorCore.Server.Start("node", [Path.Combine(AppContext.BaseDirectory, "lande.mjs"), Built.ModelSource, Built.ModelFolder, texts]),
        time);

    /// <summary>The server's pipeline, with queue and batches and without HTTP.</summary>
    public static Worker Pipeline(PipelineShape shape, string texts, TimeProvider time) => new(
        "the pipeline",
        ProcessorCore.Server.Start("dotnet", ["exec", typeof(Worker).Assembly.Location, PipelineWorker.Verb, .. shape.ToArguments(texts)]),
        time);

    /// <summary>The most probable label of each text.</summary>
    public Task<string[]> LabelsAsync(CancellationToken cancellationToken) => AskAsync<string[]>(WorkerVerbs.Labels, cancellationToken);

    /// <summary>Classifies the texts over and over for some time.</summary>
    public Task<Round> RunAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        AskAsync<Round>(string.Create(CultureInfo.InvariantCulture, $"{WorkerVerbs.Run} {duration.TotalSeconds}"), cancellationToken);

    /// <summary>Ends it as it ends itself, when its input ends.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var timeout = new CancellationTokenSource(s_patience, _time);
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // It has ended already, or does not end.
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<T> AskAsync<T>(string question, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(s_patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _process.StandardInput.WriteLineAsync(question.AsMemory(), either.Token);
            await _process.StandardInput.FlushAsync(either.Token);
            var answer = await _process.StandardOutput.ReadLineAsync(either.Token);
            return answer is null ? throw Broken("ended") : JsonSerializer.Deserialize<T>(answer, s_json)!;
        }
        catch (IOException)
        {
            throw Broken("ended");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw Broken($"did not answer within {s_patience.TotalSeconds} s");
        }
    }

    private BenchmarkException Broken(string how) => new($"{_name} {how}; what it wrote is above");
}
