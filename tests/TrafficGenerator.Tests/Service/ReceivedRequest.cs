namespace Kthena.TrafficGenerator.Tests.Service;

/// <summary>A request as the server got it, and what it answered.</summary>
/// <param name="Model">The model it names.</param>
/// <param name="Priority">The priority it names.</param>
/// <param name="Texts">Its input.</param>
/// <param name="Bytes">The size of its body.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="AnswerBytes">The size of the answer's body.</param>
public sealed record ReceivedRequest(string Model, string Priority, IReadOnlyList<string> Texts, long Bytes, int Status, long AnswerBytes)
{
    /// <summary>All that decides it, as one text.</summary>
    public string Content => $"{Model} {Priority} {string.Join('|', Texts)}";
}
