namespace Kthena.Slo.Specs;

/// <summary>The objectives of one service, as a specification in one of Sloth's two forms declares them.</summary>
/// <param name="Service">The service that the objectives are about.</param>
/// <param name="Labels">Labels of every recording rule of the service.</param>
/// <param name="Objectives">At least one; no two of the same name.</param>
/// <param name="Form">How the specification is written.</param>
public sealed record ServiceLevelSpec(
    string Service, IReadOnlyDictionary<string, string> Labels, IReadOnlyList<ServiceLevelObjective> Objectives, SpecForm Form);
