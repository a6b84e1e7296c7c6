using System.Text.Json;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Sentences;
using Kthena.TrafficGenerator.Settings;

namespace Kthena.TrafficGenerator.Requests;

/// <summary>An endless sequence of requests that its seed decides.</summary>
/// <remarks>
/// Models, priorities, lists and texts are drawn apart, so that one more model does not change the texts. Not for several threads at once.
/// </remarks>
internal sealed class RequestSequence(IReadOnlyList<Sentence> sentences, int seed, PopularTextOptions popular)
{
    private readonly Random _models = Streams.Create(seed, RandomStream.Models);
    private readonly Random _priorities = Streams.Create(seed, RandomStream.Priorities);
    private readonly Random _lists = Streams.Create(seed, RandomStream.Lists);
    private readonly TextSource _texts = new(sentences, seed, popular);
    private readonly ModelChoice _model = new();
    private readonly RequestBody _body = new();
    private readonly List<JsonEncodedText> _input = [];

    /// <summary>True while it is the sequence that the options ask for; other options are asked for with each request.</summary>
    public bool IsOf(TrafficOptions options) => options.Seed == seed && options.Mix.Texts == popular;

    /// <summary>The next request, for one of the models; null where none of them is to be asked.</summary>
    public ClassifyRequest? Next(IReadOnlyList<ServedModel> models, MixOptions mix)
    {
        var model = _model.At(_models.NextDouble(), models, mix.Models);
        var priority = PriorityAt(_priorities.NextDouble(), mix.Priorities);
        var isList = FillInput(mix);
        return model is null ? null : new(model.Id, priority, _input.Count, _body.Write(model.EncodedId, priority, _input, isList));
    }

    private bool FillInput(MixOptions mix)
    {
        var isList = _lists.NextDouble() < mix.ListShare;
        var size = 2 + (int)(_lists.NextDouble() * (mix.MaxListSize - 1));
        _input.Clear();
        for (var i = isList ? size : 1; i > 0; i--)
            _input.Add(_texts.Next(mix.NewTextShare));
        return isList;
    }

    private static Priority PriorityAt(double point, PriorityWeights weights)
    {
        var target = point * (weights.High + weights.Normal + weights.Low);
        return target < weights.High ? Priority.High : target < weights.High + weights.Normal ? Priority.Normal : Priority.Low;
    }
}
