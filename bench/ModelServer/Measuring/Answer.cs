using System.Net;

namespace Kthena.Bench.ModelServer.Measuring;

/// <summary>How one request went.</summary>
/// <param name="Due">When it was to be sent, as a timestamp.</param>
/// <param name="Seconds">From then to the last byte of its answer.</param>
/// <param name="Status">The status; null where no answer came.</param>
internal readonly record struct Answer(long Due, double Seconds, HttpStatusCode? Status);
