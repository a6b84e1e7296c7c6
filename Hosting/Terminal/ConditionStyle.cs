using Spectre.Console;

namespace Aspire.Hosting.Terminal;

/// <summary>Symbol and colour of a condition. The symbols differ, so nothing depends on colour alone.</summary>
internal static class ConditionStyle
{
    public static string Symbol(ResourceCondition condition, bool isUnicode) => condition switch
    {
        ResourceCondition.Waiting => isUnicode ? "○" : ".",
        ResourceCondition.Changing => isUnicode ? "◐" : "~",
        ResourceCondition.Healthy => isUnicode ? "●" : "*",
        ResourceCondition.Finished => isUnicode ? "✓" : "+",
        ResourceCondition.Stopped => isUnicode ? "■" : "-",
        ResourceCondition.Unhealthy => "!",
        _ => isUnicode ? "✗" : "x",
    };

    public static Style Style(ResourceCondition condition) => condition switch
    {
        ResourceCondition.Waiting or ResourceCondition.Stopped => Color.Grey,
        ResourceCondition.Changing => Color.Yellow,
        ResourceCondition.Healthy or ResourceCondition.Finished => Color.Green,
        _ => Color.Red,
    };
}
