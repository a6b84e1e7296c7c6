namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource command that is one HTTP request to the resource.</summary>
internal sealed class HttpCommand(EndpointReference endpoint, string path, HttpCommandOptions options)
{
    public async Task<ExecuteCommandResult> ExecuteAsync(ExecuteCommandContext context)
    {
        if (!endpoint.IsAllocated)
            return CommandResults.Failure("Endpoints are not yet allocated.");

        var http = context.Services.GetRequiredService<IHttpClientFactory>().CreateClient(options.HttpClientName ?? "");
        using var request = new HttpRequestMessage(options.Method ?? HttpMethod.Post, new Uri(new Uri(endpoint.Url), path));
        try
        {
            if (options.PrepareRequest is not null)
                await options.PrepareRequest(new()
                {
                    Services = context.Services,
                    ResourceName = context.ResourceName,
                    Endpoint = endpoint,
                    CancellationToken = context.CancellationToken,
                    HttpClient = http,
                    Arguments = context.Arguments,
                    Request = request,
                }).ConfigureAwait(false);

            using var response = await http.SendAsync(request, context.CancellationToken).ConfigureAwait(false);
            return options.GetCommandResult is null
                ? await ResultAsync(response, context.CancellationToken).ConfigureAwait(false)
                : await options.GetCommandResult(new()
                {
                    Services = context.Services,
                    ResourceName = context.ResourceName,
                    Endpoint = endpoint,
                    CancellationToken = context.CancellationToken,
                    HttpClient = http,
                    Arguments = context.Arguments,
                    Response = response,
                }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            return CommandResults.Canceled();
        }
        catch (Exception exception)
        {
            return CommandResults.Failure(exception);
        }
    }

    private async Task<ExecuteCommandResult> ResultAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var message = response.IsSuccessStatusCode ? null : $"Request failed with status code {(int)response.StatusCode}";
        if (options.ResultMode == HttpCommandResultMode.None)
            return new() { Success = message is null, Message = message };

        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var json = options.ResultMode == HttpCommandResultMode.Json
            || (options.ResultMode == HttpCommandResultMode.Auto && response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true);
        return new()
        {
            Success = message is null,
            Message = message,
            Data = text.Length == 0 ? null : new() { Value = text, Format = json ? CommandResultFormat.Json : CommandResultFormat.Text },
        };
    }
}
