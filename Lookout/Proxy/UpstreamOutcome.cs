using Kthena.Lookout.Settings;
using Yarp.ReverseProxy.Forwarder;

namespace Kthena.Lookout.Proxy;

/// <summary>How a request to an upstream ended.</summary>
/// <param name="Name">As metrics call it.</param>
internal sealed record UpstreamOutcome(string Name)
{
    public static readonly UpstreamOutcome Answered = new("answered");
    public static readonly UpstreamOutcome Unreachable = new("unreachable");
    public static readonly UpstreamOutcome TimedOut = new("timed_out");
    public static readonly UpstreamOutcome Refused = new("refused");

    /// <summary>The browser went, or Lookout stops.</summary>
    public static readonly UpstreamOutcome Cancelled = new("cancelled");

    public static IReadOnlyList<UpstreamOutcome> All { get; } = [Answered, Unreachable, TimedOut, Refused, Cancelled];

    public static UpstreamOutcome Of(ForwarderError error, string? refused, HttpContext context, bool isLate) => error switch
    {
        _ when refused is not null => Refused,
        ForwarderError.None => Answered,
        _ when context.RequestAborted.IsCancellationRequested && !isLate => Cancelled,
        // The browser's body broke off or is too long.
        ForwarderError.RequestBodyClient => Cancelled,
        ForwarderError.RequestTimedOut => TimedOut,
        ForwarderError.RequestCanceled or ForwarderError.ResponseBodyCanceled => isLate ? TimedOut : Cancelled,
        _ => Unreachable,
    };

    /// <summary>What the browser is told instead of an answer.</summary>
    public IResult? Problem(Upstream upstream, TimeSpan timeout, string? refused, Exception? cause)
    {
        var name = $"{char.ToUpperInvariant(upstream.Name[0])}{upstream.Name[1..]}";
        return Name switch
        {
            "unreachable" => Results.Problem(
                $"{name} does not answer at {upstream.Url}: {Reason(cause)}. Check that it runs there, and --{upstream.Name}.",
                title: $"{name} is unreachable", statusCode: StatusCodes.Status502BadGateway),
            "timed_out" => Results.Problem(
                FormattableString.Invariant($"{name} at {upstream.Url} has not answered within {timeout.TotalSeconds} s. Ask for less, or give it longer with --timeout."),
                title: $"{name} is too slow", statusCode: StatusCodes.Status504GatewayTimeout),
            "refused" => Results.Problem(refused, title: $"{name} gave no answer that can be shown", statusCode: StatusCodes.Status502BadGateway),
            _ => null,
        };
    }

    // The innermost one names what the system said.
    private static string Reason(Exception? cause) => cause?.GetBaseException().Message.TrimEnd('.') ?? "the connection failed";
}
