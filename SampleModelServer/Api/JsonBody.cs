using System.Text.Json;

namespace Kthena.SampleModelServer.Api;

/// <summary>Writes JSON into the server's own buffers, so that the size is known before the first byte leaves.</summary>
internal static class JsonBody
{
    /// <returns>The size of the body.</returns>
    public static long Write<T>(HttpResponse response, T value, Action<Utf8JsonWriter, T> write)
    {
        using var writer = new Utf8JsonWriter(response.BodyWriter);
        write(writer, value);
        writer.Flush();
        response.ContentType = "application/json";
        response.ContentLength = writer.BytesCommitted;
        return writer.BytesCommitted;
    }
}
