namespace Kthena.SampleModelServer.Faults;

/// <summary>Whether faults may be injected. They are for development: no published output switches them on.</summary>
/// <param name="Enabled">Configuration key <c>Faults:Enabled</c>, false by default: without it there is nothing under <c>/faults</c>.</param>
/// <param name="FakeGpuControl">
/// Configuration key <c>Faults:FakeGpuControl</c>: the control file of the fake NVML that the GPU exporter runs on, null where there is none.
/// </param>
internal sealed record FaultsOptions(bool Enabled, string? FakeGpuControl)
{
    /// <exception cref="SettingsException">The switch is neither true nor false.</exception>
    public static FaultsOptions Read(IConfiguration configuration)
    {
        var enabled = configuration["Faults:Enabled"];
        if (!string.IsNullOrEmpty(enabled) && !bool.TryParse(enabled, out _))
            throw new SettingsException($"Faults:Enabled is '{enabled}': give true or false.");

        return new FaultsOptions(
            bool.TryParse(enabled, out var isEnabled) && isEnabled,
            configuration["Faults:FakeGpuControl"] is { Length: > 0 } control ? control : null);
    }
}
