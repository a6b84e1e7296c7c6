namespace Aspire.Hosting.ApplicationModel;

/// <summary>Runs the commands that resources offer.</summary>
public class ResourceCommandService
{
    private static readonly InteractionInputCollection s_noArguments = new([]);

    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;
    private readonly IServiceProvider _services;

    internal ResourceCommandService(ResourceNotificationService notifications, ResourceLoggerService loggers, IServiceProvider services) =>
        (_notifications, _loggers, _services) = (notifications, loggers, services);

    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resourceId, commandName, s_noArguments, cancellationToken);

    public Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, InteractionInputCollection arguments,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return _notifications.TryGetCurrentState(resourceId, out var state)
            ? ExecuteAsync(state.Resource, state.ResourceId, commandName, arguments, cancellationToken)
            : Task.FromResult(CommandResults.Failure($"Resource '{resourceId}' not found."));
    }

    public Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default) =>
        ExecuteCommandAsync(resource, commandName, s_noArguments, cancellationToken);

    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, InteractionInputCollection arguments,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(arguments);
        var results = await Task.WhenAll(resource.InstanceIds()
            .Select(async id => (Id: id, Result: await ExecuteAsync(resource, id, commandName, arguments, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
        if (results.Length == 1)
            return results[0].Result;

        var failed = results.Where(r => r.Result is { Success: false, Canceled: false }).ToList();
        if (failed.Count > 0)
            return CommandResults.Failure($"{failed.Count} command executions failed.\n{string.Join('\n', failed.Select(f => $"Resource '{f.Id}' failed with error message: {f.Result.Message}"))}");
        return results.Any(r => r.Result.Canceled) ? CommandResults.Canceled() : CommandResults.Success();
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string id, string commandName, InteractionInputCollection arguments,
        CancellationToken cancellationToken)
    {
        var command = resource.Annotations.OfType<ResourceCommandAnnotation>().SingleOrDefault(c => c.Name == commandName);
        if (command is null)
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{id}'.");

        var logger = _loggers.GetLogger(id);
        logger.LogInformation("Executing command '{CommandName}'.", commandName);
        try
        {
            if (command.ValidateArguments is not null)
            {
                var validation = new InputsDialogValidationContext { Inputs = arguments, CancellationToken = cancellationToken, Services = _services };
                await command.ValidateArguments(validation).ConfigureAwait(false);
                if (string.Join(' ', validation.Errors) is { Length: > 0 } errors)
                    return CommandResults.Failure(errors);
            }

            var result = await command.ExecuteCommand(new()
            {
                Services = _services,
                ResourceName = id,
                CancellationToken = cancellationToken,
                Logger = logger,
                Arguments = arguments,
            }).ConfigureAwait(false);
            if (!result.Success && !result.Canceled)
                logger.LogError("Command '{CommandName}' failed: {Message}", commandName, result.Message);
            return result;
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "Command '{CommandName}' failed.", commandName);
            return CommandResults.Failure(exception);
        }
    }
}
