namespace Kthena.SampleModelServer.Faults.Api;

internal static class FaultHeader
{
    public const string Name = "X-Fault-Injection";

    /// <summary>Says with every answer which faults are active, so that nobody takes its effects for real.</summary>
    public static void UseFaultHeader(this WebApplication app, FaultBoard board) => app.Use((context, next) =>
    {
        if (board.Active is { Count: > 0 } active)
            context.Response.Headers[Name] = string.Join(", ", active.Select(fault => fault.Name).Distinct());
        return next(context);
    });
}
