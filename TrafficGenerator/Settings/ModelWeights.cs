using System.Collections.Frozen;

namespace Kthena.TrafficGenerator.Settings;

/// <summary>
/// How often each model is asked, in proportion. A model that has no weight of its own has the default one: 9 for a base model, 1 for one that
/// derives from another, so that a new version gets a share as in a canary.
/// </summary>
internal sealed class ModelWeights : IEquatable<ModelWeights>
{
    private const double Base = 9;
    private const double Derived = 1;

    // Keys of a configuration have no case.
    private readonly FrozenDictionary<string, double> _weights;

    public ModelWeights(IEnumerable<KeyValuePair<string, double>> weights) => _weights = weights.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ids that have a weight of their own, in ordinal order.</summary>
    public IEnumerable<string> Ids => _weights.Keys.Order(StringComparer.Ordinal);

    public static ModelWeights Read(SettingReader settings) => new(settings.Numbers("Models", 0, MixOptions.MaxWeight));

    public double Of(string id, bool isBase) => _weights.TryGetValue(id, out var weight) ? weight : isBase ? Base : Derived;

    public bool Equals(ModelWeights? other) =>
        other is not null && _weights.Count == other._weights.Count && _weights.All(w => other._weights.TryGetValue(w.Key, out var weight) && weight == w.Value);

    public override bool Equals(object? obj) => Equals(obj as ModelWeights);

    public override int GetHashCode() => _weights.Count;

    public override string ToString() => _weights.Count == 0 ? "by version" : string.Join(" ", Ids.Select(id => $"{id}={_weights[id]}"));
}
