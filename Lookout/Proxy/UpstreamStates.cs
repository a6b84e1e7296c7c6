using System.Collections.Concurrent;
using Kthena.Lookout.Settings;
using Prometheus;

namespace Kthena.Lookout.Proxy;

/// <summary>What was last seen of each upstream, and how often it was what.</summary>
internal sealed class UpstreamStates
{
    private readonly ConcurrentDictionary<string, UpstreamOutcome> _last = [];
    private readonly Counter _requests;

    public UpstreamStates(LookoutOptions options, IMetricFactory metrics)
    {
        _requests = metrics.CreateCounter("lookout_upstream_requests_total", "Requests that were passed on, by how they ended.", ["upstream", "result"]);
        foreach (var upstream in (Upstream?[])[options.Prometheus, options.Alertmanager, options.Graph])
        {
            foreach (var outcome in upstream is null ? [] : UpstreamOutcome.All)
                _requests.WithLabels(upstream!.Name, outcome.Name);
        }
    }

    public void Note(Upstream upstream, UpstreamOutcome outcome)
    {
        _requests.WithLabels(upstream.Name, outcome.Name).Inc();
        if (outcome != UpstreamOutcome.Cancelled)
            _last[upstream.Name] = outcome;
    }

    /// <summary>In words, e.g. <c>prometheus at http://127.0.0.1:9090/: answered</c>.</summary>
    public string Describe(Upstream upstream) => $"{upstream}: {(_last.TryGetValue(upstream.Name, out var outcome) ? outcome.Name.Replace('_', ' ') : "not asked yet")}";
}
