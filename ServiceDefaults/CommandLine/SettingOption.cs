namespace Kthena.ServiceDefaults.CommandLine;

/// <summary>An option of a command line that stands for a setting.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Key">The setting's key in the configuration.</param>
/// <param name="Value">What its value is called in the help.</param>
/// <param name="Description">What the help says.</param>
public sealed record SettingOption(string Name, string Key, string Value, string Description);
