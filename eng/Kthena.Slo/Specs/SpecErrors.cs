using YamlDotNet.Core;

namespace Kthena.Slo.Specs;

/// <summary>Collects the mistakes of one file, so that all are reported at once.</summary>
internal sealed class SpecErrors(string file)
{
    private readonly List<SpecError> _errors = [];

    public void Add(Mark place, string field, string message) => Add(PositionOf(place), field, message);

    public void Add(SourcePosition place, string field, string message) => _errors.Add(new(file, place, field, message));

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
            throw new InvalidSpecException([.. _errors.OrderBy(e => e.Position.Line).ThenBy(e => e.Position.Column)]);
    }

    public static SourcePosition PositionOf(Mark place) => new((int)place.Line, (int)place.Column);
}
