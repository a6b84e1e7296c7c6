using System.Text.Json.Serialization;

namespace Kthena.SampleModelServer.Faults.Api;

/// <summary>The body of <c>PUT /faults/{name}</c>.</summary>
/// <param name="Model">The id of a model; null for all of them.</param>
/// <param name="For">After how many seconds the fault ends by itself; null when it has to be cleared.</param>
/// <param name="Share">The share of the requests that it strikes; null for all of them.</param>
/// <param name="Value">The number that goes with the fault; null for its default.</param>
/// <param name="Gpu">The index of a GPU; null for the first.</param>
internal sealed record FaultRequest(string? Model = null, double? For = null, double? Share = null, double? Value = null, int? Gpu = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FaultRequest))]
internal sealed partial class FaultJson : JsonSerializerContext;
