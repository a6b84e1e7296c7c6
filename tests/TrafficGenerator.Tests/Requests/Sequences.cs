using System.Text.Json.Nodes;
using Kthena.TrafficGenerator.Models;
using Kthena.TrafficGenerator.Requests;
using Kthena.TrafficGenerator.Sentences;
using Kthena.TrafficGenerator.Settings;
using Microsoft.Extensions.Configuration;

namespace Kthena.TrafficGenerator.Tests.Requests;

/// <summary>Sequences of requests, read back from their bodies.</summary>
internal static class Sequences
{
    public static readonly ServedModel[] OneModel = [new("base", IsBase: true)];
    public static readonly ServedModel[] TwoModels = [new("base", IsBase: true), new("derived", IsBase: false)];

    private static readonly IReadOnlyList<Sentence> s_sentences = SentenceCorpus.Load();

    public static MixOptions Mix(params (string Key, string Value)[] settings) => MixOptions.Read(new SettingReader(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Traffic:" + s.Key, (string?)s.Value))).Build()));

    public static IReadOnlyList<Body> Take(int count, ServedModel[] models, MixOptions mix, int seed = 1)
    {
        var sequence = new RequestSequence(s_sentences, seed, mix.Texts);
        return [.. Enumerable.Range(0, count).Select(_ => Read(sequence.Next(models, mix)!))];
    }

    private static Body Read(ClassifyRequest request)
    {
        var body = JsonNode.Parse(request.Body)!.AsObject();
        Assert.Equal(["model", "priority", "input"], body.Select(field => field.Key));
        string[] texts = body["input"] is JsonArray list ? [.. list.Select(text => (string)text!)] : [(string)body["input"]!];
        Assert.Equal(request.Texts, texts.Length);
        Assert.Equal(request.Model, (string)body["model"]!);
        Assert.Equal(request.Priority.Name(), (string)body["priority"]!);
        return new(request.Model, request.Priority.Name(), texts, body["input"] is JsonArray);
    }

    /// <summary>The body of a request.</summary>
    internal sealed record Body(string Model, string Priority, IReadOnlyList<string> Texts, bool IsList);
}
