namespace Aspire.Hosting.Faults;

/// <summary>Whether faults may be injected: while developing, unless <c>Faults:Enabled=false</c>; never in what is published.</summary>
internal static class FaultSwitch
{
    public const string ConfigurationKey = "Faults:Enabled";

    /// <exception cref="DistributedApplicationException">The setting is neither true nor false.</exception>
    public static bool IsOn(IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode) return false;
        var setting = builder.Configuration[ConfigurationKey];
        if (string.IsNullOrEmpty(setting)) return true;
        return bool.TryParse(setting, out var isOn)
            ? isOn
            : throw new DistributedApplicationException($"{ConfigurationKey} is '{setting}': give true or false.");
    }
}
