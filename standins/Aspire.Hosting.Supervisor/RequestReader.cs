using System.Text;
using System.Text.Json;
using Aspire.Hosting.Supervisor.Protocol;

namespace Aspire.Hosting.Supervisor;

/// <summary>Reads requests until the AppHost closes its end of the pipe, by will or by death.</summary>
internal static class RequestReader
{
    public static void ReadAll(Stream requests, Action<SupervisorRequest> handle)
    {
        try
        {
            using var reader = new StreamReader(requests, Encoding.UTF8);
            while (reader.ReadLine() is { } line)
                if (JsonSerializer.Deserialize(line, ProtocolJson.Lines.SupervisorRequest) is { } request)
                    handle(request);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            // The pipe broke, or the AppHost died in the middle of a line.
        }
    }
}
