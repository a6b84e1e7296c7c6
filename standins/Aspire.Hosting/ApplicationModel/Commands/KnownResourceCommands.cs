namespace Aspire.Hosting.ApplicationModel;

public static class KnownResourceCommands
{
    public static readonly string StartCommand = "start";

    public static readonly string StopCommand = "stop";

    public static readonly string RestartCommand = "restart";

    public static readonly string RebuildCommand = "rebuild";

    public static readonly string SetParameterCommand = "set-parameter";

    public static readonly string DeleteParameterCommand = "delete-parameter";
}
