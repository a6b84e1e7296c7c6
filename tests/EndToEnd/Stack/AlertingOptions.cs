using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Kthena.FakeNvml;
using Kthena.NotificationReceiver;
using Kthena.StackTesting;

namespace Kthena.EndToEnd.Tests.Stack;

/// <summary>What an <see cref="AlertingStack"/> serves, and under what load.</summary>
internal sealed record AlertingOptions
{
    // So many that in the shortest window no single request is a step that an alert could wait for.
    public const int RequestsPerSecondAndModel = 40;

    /// <summary>The ids of the models.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    internal Task<RunningGraph> StartGraphAsync(ReceiverHost receivers, ModelCopies copies, CancellationToken cancellationToken) => RunningGraph.StartAsync(
        new RunningGraphOptions
        {
            Arguments =
            [
                .. FakeLibrary.Refusal is null ? (string[])["--Gpu:Device=fake"] : [],
                .. copies.Arguments,
                "--Traffic:Profile=steady",
                "--Traffic:Arrivals=constant",
                $"--Traffic:RequestsPerSecond={RequestsPerSecondAndModel * Models.Count}",
                "--Traffic:ListShare=0",
                .. Models.Select(model => $"--Traffic:Models:{model}=1"),
                "--Accuracy:Interval=00:00:01",
                "--Cache:RatioWindow=00:00:01",
            ],
            Configure = (builder, graph) =>
            {
                ModelOverrides.Write(graph.Content, Models);
                Tell(builder, receivers);
            },
        },
        cancellationToken);

    // The receivers of this process in the place of the graph's own.
    internal static void Tell(IDistributedApplicationTestingBuilder builder, ReceiverHost receivers)
        => builder.CreateResourceBuilder(builder.Resources.OfType<IAlertmanagerResource>().Single())
            .WithUrlFile("webhook", ReferenceExpression.Create($"{receivers.Webhook.ToString()}"))
            .WithUrlFile("slack", ReferenceExpression.Create($"{receivers.Slack.ToString()}"))
            .WithPagerDutyUrl(ReferenceExpression.Create($"{receivers.PagerDuty.ToString()}"))
            .WithSmtp(ReferenceExpression.Create($"{receivers.Smtp.ToString()}"), requireTls: false);
}
