namespace Kthena.TrafficGenerator.Models;

/// <summary>The body of <c>POST /classify</c>.</summary>
/// <param name="Model">The id of the model.</param>
/// <param name="Input">The text to classify.</param>
internal sealed record ClassifyRequest(string Model, string Input);
