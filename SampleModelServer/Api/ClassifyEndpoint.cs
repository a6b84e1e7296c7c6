using System.Diagnostics;
using Kthena.SampleModelServer.Batching;
using Kthena.SampleModelServer.Pipeline;
using Kthena.SampleModelServer.Telemetry;

namespace Kthena.SampleModelServer.Api;

/// <summary><c>POST /classify</c>: receive, validate, infer, respond; counted once, when the answer is decided and before it leaves.</summary>
internal sealed class ClassifyEndpoint(
    ClassifyRequestParser parser,
    RequestAdmission admission,
    IInferencePipeline pipeline,
    InferenceMetrics metrics,
    InferenceOptions options,
    TimeProvider time,
    ILogger<ClassifyEndpoint> logger)
{
    // nginx's status for a client that left; nobody receives it, the metrics count it.
    private const int ClientClosedRequest = 499;

    public async Task HandleAsync(HttpContext context)
    {
        using var call = new InferenceCall(context, options.Deadline, time);
        var responseBytes = await AnswerAsync(call);

        // A client that has its answer must find it in the metrics, so they come first.
        metrics.Record(call.ModelId, context.Response.StatusCode, call.Elapsed, call.RequestBytes, responseBytes);
        if (!call.IsClientGone)
            await context.Response.BodyWriter.FlushAsync();
    }

    private async Task<long> AnswerAsync(InferenceCall call)
    {
        try
        {
            using var admitted = admission.Enter();
            var request = await ReceiveAsync(call);
            Activity.Current?.SetTag(ServerActivity.ModelId, call.ModelId);
            using var classification = await pipeline.ClassifyAsync(request, call.Cancellation);
            return ClassifyResponse.Write(call.Context.Response, classification, time.GetUtcNow());
        }
        catch (Exception exception)
        {
            return Fail(call, exception);
        }
    }

    private async ValueTask<ClassificationRequest> ReceiveAsync(InferenceCall call)
    {
        var request = call.Context.Request;
        if (!request.HasJsonContentType())
            throw new ApiException(ApiErrors.UnsupportedMediaType(request.ContentType));

        var body = await RequestBody.ReadAsync(call);
        try
        {
            return parser.Parse(body, call);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private long Fail(InferenceCall call, Exception exception)
    {
        if (call.IsClientGone)
        {
            call.Context.Response.StatusCode = ClientClosedRequest;
            logger.LogInformation("The client left before its answer");
            return 0;
        }

        var error = Explain(call, exception);
        if (error.Status >= StatusCodes.Status500InternalServerError)
        {
            Activity.Current?.SetStatus(ActivityStatusCode.Error, error.Message);
            logger.LogError(exception, "Request for {Model} failed with {Status}: {Code}", call.ModelId, error.Status, error.Code);
        }
        else
        {
            logger.Log(
                error.Status == StatusCodes.Status429TooManyRequests ? LogLevel.Debug : LogLevel.Information,
                "Request for {Model} refused with {Status}: {Code}", call.ModelId, error.Status, error.Code);
        }

        return error.Write(call.Context.Response);
    }

    private static ApiError Explain(InferenceCall call, Exception exception) => exception switch
    {
        ApiException api => api.Error,
        QueueFullException full => ApiErrors.Overloaded(full),
        ModelNotLoadedException notLoaded => ApiErrors.ModelNotLoaded(notLoaded.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => ApiErrors.BodyTooSlow(),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ApiErrors.BodyTooLarge(),
        BadHttpRequestException bad => new ApiError(bad.StatusCode, bad.Message, "bad_request"),
        OperationCanceledException when call.Cancellation.IsCancellationRequested => call.HasBody ? ApiErrors.DeadlineExceeded() : ApiErrors.BodyTooSlow(),
        _ => ApiErrors.Internal(),
    };
}
