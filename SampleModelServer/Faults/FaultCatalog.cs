using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Kthena.SampleModelServer.Faults;

/// <summary>The faults that there are, by name.</summary>
internal sealed class FaultCatalog(IEnumerable<IFaultEffect> effects)
{
    private readonly FrozenDictionary<string, IFaultEffect> _effects = effects.ToFrozenDictionary(effect => effect.Definition.Name);

    public IEnumerable<FaultDefinition> All => _effects.Values.Select(effect => effect.Definition).OrderBy(definition => definition.Name, StringComparer.Ordinal);

    public IFaultEffect this[string name] => _effects[name];

    public bool TryGet(string name, [NotNullWhen(true)] out FaultDefinition? definition)
    {
        definition = _effects.GetValueOrDefault(name)?.Definition;
        return definition is not null;
    }
}
