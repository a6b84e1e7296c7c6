namespace Kthena.SampleModelServer.Accuracy;

/// <summary>A text and the label that a model should give it.</summary>
/// <param name="Label">The language, as ISO 639-3.</param>
/// <param name="Text">The text.</param>
internal sealed record LabelledText(string Label, string Text);
