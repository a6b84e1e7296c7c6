using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>Which of the served models a request asks; made anew when they or their weights change.</summary>
internal sealed class ModelChoice
{
    private IReadOnlyList<ServedModel> _models = [];
    private ModelWeights? _weights;
    private WeightedChoice _choice = new([]);

    /// <summary>The model at a point of the unit interval; null where none has a weight above 0.</summary>
    public ServedModel? At(double point, IReadOnlyList<ServedModel> models, ModelWeights weights)
    {
        if (!ReferenceEquals(models, _models) || !ReferenceEquals(weights, _weights))
        {
            _choice = new(models.Select(m => weights.Of(m.Id, m.IsBase)));
            (_models, _weights) = (models, weights);
        }

        return _choice.IsEmpty ? null : models[_choice.At(point)];
    }
}
