using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kthena.TrafficGenerator.Measuring;

/// <summary>What a run did, as its client saw it.</summary>
/// <param name="Server">Where the requests went.</param>
/// <param name="Profile">How the rate went.</param>
/// <param name="Arrivals">How the gaps were drawn.</param>
/// <param name="Seed">What decided requests and times.</param>
/// <param name="TargetRequestsPerSecond">The mean rate that was asked for, before the profile.</param>
/// <param name="Seconds">For how long requests were sent.</param>
/// <param name="Interrupted">True where the run was stopped before its duration.</param>
/// <param name="Sent">Requests that were sent.</param>
/// <param name="Answered">Those that got an answer, of whatever status.</param>
/// <param name="Succeeded">Those that got one of status 2xx.</param>
/// <param name="Failed">Those that got another, or none.</param>
/// <param name="Aborted">Those in flight when the program was stopped: they are in none of the other counts but <paramref name="Sent"/>.</param>
/// <param name="Dropped">Requests that were due and not sent, by reason.</param>
/// <param name="Total">Sums of all that ended.</param>
/// <param name="RetryAfter">What answers of status 429 asked for.</param>
/// <param name="Latency">Latencies of all that ended.</param>
/// <param name="Statuses">The same by status.</param>
/// <param name="Priorities">The same by priority.</param>
/// <param name="Models">Sums by model and status.</param>
internal sealed record RunReport(
    Uri Server,
    string Profile,
    string Arrivals,
    int Seed,
    double TargetRequestsPerSecond,
    double Seconds,
    bool Interrupted,
    long Sent,
    long Answered,
    long Succeeded,
    long Failed,
    long Aborted,
    IReadOnlyDictionary<string, long> Dropped,
    Totals Total,
    RetryAfterReport RetryAfter,
    LatencyReport Latency,
    IReadOnlyDictionary<string, StatusReport> Statuses,
    IReadOnlyDictionary<string, PriorityReport> Priorities,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, Totals>> Models)
{
    /// <summary>Requests sent per second.</summary>
    public double SentPerSecond => Seconds == 0 ? 0 : Sent / Seconds;

    /// <summary>Answers per second of sending.</summary>
    public double AnsweredPerSecond => Seconds == 0 ? 0 : Answered / Seconds;

    /// <summary>Writes it as JSON.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        await JsonSerializer.SerializeAsync(stream, this, ReportJson.Default.RunReport, cancellationToken);
}

/// <summary>Requests of one status.</summary>
internal sealed record StatusReport(Totals Total, LatencyReport Latency);

/// <summary>Requests of one priority, and those of each status among them.</summary>
internal sealed record PriorityReport(LatencyReport Latency, IReadOnlyDictionary<string, LatencyReport> Statuses);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
