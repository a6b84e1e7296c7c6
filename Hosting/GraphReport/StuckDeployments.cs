using System.Collections.Concurrent;

namespace Aspire.Hosting.GraphReport;

/// <summary>Deployments that ask for a replica which never gets ready, because that was asked for.</summary>
internal sealed class StuckDeployments(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, StuckDeployment> _stuck = new(StringComparer.Ordinal);

    /// <summary>Those whose time is not over.</summary>
    public IReadOnlyList<StuckDeployment> All
    {
        get
        {
            var now = timeProvider.GetUtcNow();
            foreach (var over in _stuck.Values.Where(stuck => stuck.Until <= now)) _stuck.TryRemove(KeyValuePair.Create(over.Deployment, over));
            return [.. _stuck.Values.OrderBy(stuck => stuck.Deployment, StringComparer.Ordinal)];
        }
    }

    /// <param name="deployment">The deployment.</param>
    /// <param name="time">For how long; null until it is released.</param>
    public StuckDeployment Hold(string deployment, TimeSpan? time)
    {
        var now = timeProvider.GetUtcNow();
        return _stuck[deployment] = new StuckDeployment(deployment, now, now + time);
    }

    public void Release(string deployment) => _stuck.TryRemove(deployment, out _);

    public bool Contains(string deployment) => All.Any(stuck => stuck.Deployment == deployment);
}

/// <summary>A deployment that is stuck.</summary>
internal sealed record StuckDeployment(string Deployment, DateTimeOffset Since, DateTimeOffset? Until)
{
    public const string Suffix = "-infer";

    public string Model => Deployment[..^Suffix.Length];
}
