using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Aspire.Hosting.Testing;
using Kthena.EndToEnd.Tests.Stack;

namespace Kthena.EndToEnd.Tests.Faults;

/// <summary>A fault of the development-only API of the model server, or of the graph's report.</summary>
/// <param name="Resource">The resource that has it.</param>
/// <param name="Name">The fault's name.</param>
/// <param name="Model">The model; all of them when null.</param>
/// <param name="Value">How bad it is, in the fault's own unit; its default when null.</param>
/// <param name="Gpu">The GPU's index, for a fault of a GPU.</param>
internal sealed record InjectedFault(string Resource, string Name, string? Model = null, double? Value = null, int? Gpu = null) : IFault
{
    private const string ModelServer = "model-server";

    private static readonly JsonSerializerOptions s_json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static InjectedFault Errors(string model) => new(ModelServer, "errors", model);

    /// <summary>All models answer so many seconds later.</summary>
    public static InjectedFault Latency(TimeSpan added, string? model = null) => new(ModelServer, "latency", model, added.TotalSeconds);

    public static InjectedFault Memory(string model) => new(ModelServer, "memory", model);

    public static InjectedFault LoadFailure(string model) => new(ModelServer, "load-failure", model);

    public static InjectedFault Accuracy(string model) => new(ModelServer, "accuracy", model);

    public static InjectedFault StuckAutoscaling(string model) => new("graph", "stuck-autoscaling", model);

    public static InjectedFault GpuBusy(int gpu) => new(ModelServer, "gpu-busy", Gpu: gpu);

    public async Task<DateTimeOffset> BeginAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        using var http = stack.Graph.App.CreateHttpClient(Resource, "http");
        using var answer = await http.PutAsJsonAsync($"/faults/{Name}", new { model = Model, value = Value, gpu = Gpu }, s_json, cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{Resource} refused {Name}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
        return stack.Time.GetUtcNow();
    }

    public async Task EndAsync(AlertingStack stack, CancellationToken cancellationToken)
    {
        using var http = stack.Graph.App.CreateHttpClient(Resource, "http");
        string[] query = [.. Model is null ? Array.Empty<string>() : [$"model={Model}"], .. Gpu is null ? Array.Empty<string>() : [$"gpu={Gpu}"]];
        using var answer = await http.DeleteAsync($"/faults/{Name}?{string.Join('&', query)}", cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
