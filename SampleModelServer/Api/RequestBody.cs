using System.Buffers;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

internal static class RequestBody
{
    /// <summary>Reads the whole body, in the server's own buffers.</summary>
    /// <exception cref="ApiException">It is too large.</exception>
    /// <exception cref="OperationCanceledException">The client left or the deadline passed.</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadAsync(InferenceCall call)
    {
        using var activity = ServerActivity.Source.StartActivity("inference.receive");
        var request = call.Context.Request;
        if (request.ContentLength > InferenceOptions.MaxBodyBytes)
            throw new ApiException(ApiErrors.BodyTooLarge());

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(call.Cancellation);
            call.RequestBytes = read.Buffer.Length;
            if (read.Buffer.Length > InferenceOptions.MaxBodyBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                throw new ApiException(ApiErrors.BodyTooLarge());
            }

            if (read.IsCompleted)
            {
                call.HasBody = true;
                return read.Buffer;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
