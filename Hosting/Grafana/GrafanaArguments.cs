using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Grafana;

/// <summary>The command line of the binary; the image has one of its own, which reads the environment.</summary>
internal static class GrafanaArguments
{
    public static void Add(CommandLineArgsCallbackContext context, IGrafanaResource grafana, string home)
    {
        context.Args.Add("server");
        context.Args.Add("--homepath");
        context.Args.Add(home);
        context.Args.Add("--config");
        context.Args.Add(grafana.ConfigPath("config/grafana.ini"));
    }
}
