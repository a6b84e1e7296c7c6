namespace Kthena.TrafficGenerator.Sentences;

/// <summary>A sentence and the language it is written in, as ISO 639-3.</summary>
internal sealed record Sentence(string Language, string Text);
