namespace Kthena.TrafficGenerator.Requests;

/// <summary>One <c>POST /classify</c>, ready to be sent.</summary>
/// <param name="Model">The id of the model.</param>
/// <param name="Priority">How urgent it says it is.</param>
/// <param name="Texts">How many texts it has.</param>
/// <param name="Body">The body, as JSON in UTF-8.</param>
internal sealed record ClassifyRequest(string Model, Priority Priority, int Texts, byte[] Body);
