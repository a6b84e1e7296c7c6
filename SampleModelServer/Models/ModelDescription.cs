namespace Kthena.SampleModelServer.Models;

/// <summary>What a model file says about itself.</summary>
/// <param name="Id">The model's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Root">The id of the model that this one is made from; its own where it is a base.</param>
/// <param name="License">The licence, as an SPDX identifier.</param>
/// <param name="Source">Where the model comes from, such as <c>npm:lande@1.0.10</c>.</param>
/// <param name="Labels">The classes, in the order of the probabilities.</param>
internal sealed record ModelDescription(string Id, string Version, string Root, string License, string Source, IReadOnlyList<string> Labels);
