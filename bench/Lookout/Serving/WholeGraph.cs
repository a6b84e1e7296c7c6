using Kthena.StackTesting;

namespace Kthena.Bench.Lookout.Serving;

/// <summary>The whole graph under its default load, as a person starts it, with as many models as are asked for.</summary>
internal sealed class WholeGraph : IAsyncDisposable
{
    private static readonly TimeSpan s_everyModel = TimeSpan.FromMinutes(3);

    private const string EachModel = "max by (model_id) (model_id:kthena_inference_duration_seconds:p95_rate5m offset 1m > 0)";

    // What the panels of the Overview show, of the rules that are evaluated last; panels that are narrow have a point a minute.
    private static readonly (string Expression, int Least)[] s_recorded =
        [("service:kthena_inference_duration_seconds:p95_rate5m offset 1m", 1), ("slo:period_error_budget_remaining:ratio offset 1m", 1)];

    private readonly ModelCopies _copies;
    private readonly AppHostProcess _appHost;

    private WholeGraph(ModelCopies copies, AppHostProcess appHost, Uri lookout) => (_copies, _appHost, Lookout) = (copies, appHost, lookout);

    /// <summary>Where Lookout is.</summary>
    public Uri Lookout { get; }

    public Uri Overview => new(Lookout, "/d/kthena-overview");

    /// <summary>Starts it and waits until each model has been asked and recorded.</summary>
    public static async Task<WholeGraph> StartAsync(int models, CancellationToken cancellationToken)
    {
        var copies = ModelCopies.Of([.. Enumerable.Range(1, models).Select(number => $"lande-{number:000}")]);
        AppHostProcess? appHost = null;
        try
        {
            appHost = await AppHostProcess.StartAsync(["--Grafana:Enabled=false", .. copies.Arguments], cancellationToken);
            using var http = new HttpClient { BaseAddress = await appHost.EndpointAsync("prometheus", "http", cancellationToken) };
            var prometheus = new PrometheusClient(http);
            foreach (var (expression, least) in s_recorded.Append((EachModel, models)))
            {
                await Eventually.IsTrueAsync($"At least {least} of {expression}", s_everyModel, async cancellation =>
                    (await prometheus.QueryAsync($"count({expression})", cancellation)) is [var count] && count.Value >= least, cancellationToken);
            }

            return new(copies, appHost, await appHost.EndpointAsync("lookout", "http", cancellationToken));
        }
        catch
        {
            if (appHost is not null) await appHost.DisposeAsync();
            copies.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _appHost.InterruptAsync(CancellationToken.None);
        await _appHost.DisposeAsync();
        _copies.Dispose();
    }
}
