namespace Kthena.TrafficGenerator.Models;

/// <summary>What is kept of an answer to <c>POST /classify</c>.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Bytes">The size of the body, which was read to its end.</param>
/// <param name="RetryAfter">When the server wants to be asked again; null where it does not say, or names a date.</param>
internal readonly record struct ClassifyAnswer(int Status, long Bytes, TimeSpan? RetryAfter);
