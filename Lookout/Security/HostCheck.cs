namespace Kthena.Lookout.Security;

/// <summary>
/// Answers only to names under which Lookout is known. Another site's name that is made to resolve to this machine (DNS rebinding) would let
/// that site's pages read everything here.
/// </summary>
internal static class HostCheck
{
    // Probes and scrapers name the machine as they know it, and what they read is no secret.
    private static readonly string[] s_free = ["/healthz", "/readyz", "/metrics"];

    public static void UseHostCheck(this WebApplication app)
    {
        // The addresses are known once it listens.
        var names = new Lazy<HostNames>(() => HostNames.Of(app.Urls, app.Configuration["AllowedHosts"]));
        app.Use((context, next) => names.Value.Contains(context.Request.Host) || s_free.Contains(context.Request.Path.Value)
            ? next(context)
            : Results.Problem(
                $"Lookout does not go by the name '{context.Request.Host.Host}'. Use one that it listens on, or add this one with --AllowedHosts=name.",
                statusCode: StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context));
    }
}
