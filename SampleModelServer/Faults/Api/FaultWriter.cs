using System.Text.Json;

namespace Kthena.SampleModelServer.Faults.Api;

internal static class FaultWriter
{
    /// <summary>The JSON object of one fault.</summary>
    public static void Write(Utf8JsonWriter writer, ActiveFault fault)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fault.Name);
        writer.WriteString("model", fault.Model);
        WriteNumber("gpu", fault.Gpu);
        writer.WriteNumber("share", fault.Share);
        WriteNumber("value", fault.Value);
        writer.WriteString("since", fault.Since);
        if (fault.Until is { } until)
            writer.WriteString("until", until);
        else
            writer.WriteNull("until");
        writer.WriteEndObject();

        void WriteNumber(string name, double? number)
        {
            if (number is { } value)
                writer.WriteNumber(name, value);
            else
                writer.WriteNull(name);
        }
    }

    /// <summary>The JSON object of all of them.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<ActiveFault> faults)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("faults");
        foreach (var fault in faults)
            Write(writer, fault);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
