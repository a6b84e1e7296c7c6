namespace Kthena.SampleModelServer.Api;

/// <summary>Ends a request with an error for its caller.</summary>
internal sealed class ApiException(ApiError error) : Exception(error.Message)
{
    public ApiError Error => error;
}
