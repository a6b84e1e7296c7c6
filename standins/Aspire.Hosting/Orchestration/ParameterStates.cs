namespace Aspire.Hosting.Orchestration;

/// <summary>Tells which parameters have a value. A secret's value is never told.</summary>
internal static class ParameterStates
{
    public static async Task PublishAsync(ParameterResource parameter, ResourceNotificationService notifications, ResourceLoggerService loggers, CancellationToken cancellationToken)
    {
        ResourceStateSnapshot state;
        ResourcePropertySnapshot? property = null;
        try
        {
            var value = await parameter.GetValueAsync(cancellationToken).ConfigureAwait(false);
            state = new(KnownResourceStates.Running, KnownResourceStateStyles.Success);
            property = new(KnownProperties.ParameterValue, parameter.Secret ? null : value) { IsSensitive = parameter.Secret };
        }
        catch (MissingParameterValueException)
        {
            state = new(KnownResourceStates.ValueMissing, KnownResourceStateStyles.Warn);
            var variable = parameter.ConfigurationKey.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_');
            loggers.GetLogger(parameter).LogError("Parameter '{Name}' has no value: set '{Key}' in the configuration, e.g. with the environment variable {Variable}.",
                parameter.Name, parameter.ConfigurationKey, variable);
        }
        catch (Exception exception)
        {
            state = new(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error);
            loggers.GetLogger(parameter).LogError("Parameter '{Name}' cannot be read: {Message}", parameter.Name, exception.Message);
        }

        await notifications.PublishUpdateAsync(parameter, s => s with { State = state, Properties = property is null ? s.Properties : [.. s.Properties, property] }).ConfigureAwait(false);
    }
}
