using Aspire.Hosting.Alertmanager;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>
/// Gives Alertmanager the addresses of receivers that its configuration cannot read from files. They are written below <c>global</c> of
/// <c>alertmanager.yml</c> when the graph renders it.
/// </summary>
public static class AlertmanagerReceiverExtensions
{
    /// <summary>Sends e-mail through a mail server of the graph.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="smtp">The mail server's endpoint.</param>
    /// <param name="requireTls">Whether mail is sent by STARTTLS only; without it, passwords are sent to loopback only.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithSmtp(
        this IResourceBuilder<IAlertmanagerResource> builder, EndpointReference smtp, bool requireTls = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(smtp);
        return builder.WithSmtp(ReferenceExpression.Create($"{smtp.Property(EndpointProperty.HostAndPort)}"), requireTls);
    }

    /// <summary>Sends e-mail through a mail server.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="smarthost">Host and port of the mail server, e.g. <c>smtp.example.org:587</c>.</param>
    /// <param name="requireTls">Whether mail is sent by STARTTLS only; without it, passwords are sent to loopback only.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithSmtp(
        this IResourceBuilder<IAlertmanagerResource> builder, ReferenceExpression smarthost, bool requireTls = true)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(smarthost);
        return builder
            .WithGlobal("smtp_smarthost", smarthost)
            .WithGlobal("smtp_require_tls", ReferenceExpression.Create($"{(requireTls ? "true" : "false")}"));
    }

    /// <summary>Sends pages to another address than PagerDuty's.</summary>
    /// <param name="builder">The Alertmanager.</param>
    /// <param name="url">The full URL of an Events API v2, e.g. <c>https://events.pagerduty.com/v2/enqueue</c>.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<IAlertmanagerResource> WithPagerDutyUrl(
        this IResourceBuilder<IAlertmanagerResource> builder, ReferenceExpression url)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(url);
        return builder.WithGlobal("pagerduty_url", url);
    }

    private static IResourceBuilder<IAlertmanagerResource> WithGlobal(
        this IResourceBuilder<IAlertmanagerResource> builder, string name, ReferenceExpression value)
        => builder.WithReferenceRelationship(value).WithAnnotation(new AlertmanagerGlobalAnnotation(name, value));
}
