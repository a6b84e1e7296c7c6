using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How a program says that its application cannot start: one line, exit code 1.</summary>
internal static class StartFailure
{
    private static int s_isHandled;

    /// <summary>Covers what a graph's definition throws, before anything runs. Only in the AppHost's own process.</summary>
    public static void HandleIn(Assembly? appHost)
    {
        if (appHost is null || appHost != Assembly.GetEntryAssembly() || AppHostAssembly.Metadata(appHost, "AppHostProjectPath") is null
            || Interlocked.Exchange(ref s_isHandled, 1) != 0)
            return;
        AppDomain.CurrentDomain.UnhandledException += (_, args) =>
        {
            if (args.ExceptionObject is not DistributedApplicationException exception)
                return;
            Tell(exception);
            Environment.Exit(1);
        };
    }

    public static void Tell(Exception exception)
    {
        Console.Error.WriteLine($"The application cannot start: {exception.Message.ReplaceLineEndings(" ")}");
        Environment.ExitCode = 1;
    }
}
