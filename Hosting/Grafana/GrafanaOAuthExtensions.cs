using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Grafana;

namespace Aspire.Hosting;

/// <summary>Lets people sign in to Grafana with the account that they have.</summary>
public static class GrafanaOAuthExtensions
{
    /// <summary>
    /// Signs people in by OAuth (https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-authentication/generic-oauth/).
    /// Nobody looks without an account then.
    /// </summary>
    /// <param name="builder">The Grafana.</param>
    /// <param name="clientId">The client's id.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="authUrl">Where people sign in.</param>
    /// <param name="tokenUrl">Where Grafana gets a token.</param>
    /// <param name="apiUrl">Where Grafana asks who somebody is.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IGrafanaResource> WithOAuth(
        this IResourceBuilder<IGrafanaResource> builder, IResourceBuilder<ParameterResource> clientId, IResourceBuilder<ParameterResource> clientSecret,
        ReferenceExpression authUrl, ReferenceExpression tokenUrl, ReferenceExpression apiUrl)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(clientId);
        ArgumentNullException.ThrowIfNull(clientSecret);
        ArgumentNullException.ThrowIfNull(authUrl);
        ArgumentNullException.ThrowIfNull(tokenUrl);
        ArgumentNullException.ThrowIfNull(apiUrl);
        return builder
            .WithAnnotation(new SignsInByOAuthAnnotation(), ResourceAnnotationMutationBehavior.Replace)
            .WithEnvironment("OAUTH_ENABLED", "true")
            .WithEnvironment("OAUTH_CLIENT_ID", clientId)
            .WithEnvironment("OAUTH_CLIENT_SECRET", clientSecret)
            .WithEnvironment("OAUTH_AUTH_URL", authUrl)
            .WithEnvironment("OAUTH_TOKEN_URL", tokenUrl)
            .WithEnvironment("OAUTH_API_URL", apiUrl);
    }
}
