using System.Text.Json.Serialization;

namespace Kthena.SampleModelServer.Models;

[JsonSerializable(typeof(string[]))]
internal sealed partial class ModelJson : JsonSerializerContext;
