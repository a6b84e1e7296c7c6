using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;

namespace Aspire.Hosting.Tests.Running;

public sealed class EventTests
{
    [Fact]
    public async Task Events_come_in_the_order_of_a_start()
    {
        var seen = new List<string>();
        var done = new TaskCompletionSource();
        var builder = RunningGraph.Define();
        builder.AddProject<Projects.SmallService>("service").WithHttpEndpoint()
            .OnResourceEndpointsAllocated((resource, _, _) => Note($"allocated {resource.GetEndpoint("http").IsAllocated}"))
            .OnBeforeResourceStarted((_, _, _) => Note("before"))
            .OnResourceReady((_, _, _) => Note("ready"));
        builder.OnBeforeStart((e, _) => Note($"start {e.Model.Resources.Count}"));
        builder.Eventing.Subscribe<AfterResourcesCreatedEvent>((_, _) => Note("created"));
        builder.Services.AddEventingSubscriber<Subscriber>();
        await using var graph = await RunningGraph.StartAsync(builder);
        await done.Task.WaitAsync(Patience.Token);

        Assert.Equal(["start 1", "allocated True", "before"], seen[..3]);
        Assert.Equal(["created", "ready"], seen[3..].Order());
        Assert.True(Subscriber.HasSubscribed);

        Task Note(string text)
        {
            lock (seen)
            {
                seen.Add(text);
                if (seen.Count == 5)
                    done.SetResult();
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_custom_resource_does_its_own_work_and_others_use_its_endpoint()
    {
        var builder = RunningGraph.Define();
        var custom = builder.AddResource(new CustomResource("custom"))
            .WithInitialState(new() { ResourceType = "Custom", Properties = [], State = KnownResourceStates.NotStarted })
            .WithHttpEndpoint(isProxied: false)
            .OnInitializeResource(async (resource, e, cancellationToken) =>
            {
                var endpoint = resource.Annotations.OfType<EndpointAnnotation>().Single();
                endpoint.AllocatedEndpoint = new(endpoint, "127.0.0.1", 4321);
                await e.Eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, e.Services), cancellationToken);
                await e.Notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Running, Urls = [new("http", "http://127.0.0.1:4321/", false)] });
            });
        builder.AddShell("user", "test \"$CUSTOM\" = http://127.0.0.1:4321").WithEnvironment("CUSTOM", custom.GetEndpoint("http")).WaitFor(custom);
        await using var graph = await RunningGraph.StartAsync(builder);
        Assert.Equal("Custom", (await graph.UntilHealthyAsync("custom")).ResourceType);
        await graph.UntilAsync("user", KnownResourceStates.Finished);
    }

    [Fact]
    public async Task A_custom_resource_that_fails_is_a_failed_start()
    {
        var builder = RunningGraph.Define();
        builder.AddResource(new CustomResource("custom")).OnInitializeResource((_, _, _) => throw new InvalidOperationException("no luck"));
        await using var graph = await RunningGraph.StartAsync(builder);
        await graph.UntilAsync("custom", KnownResourceStates.FailedToStart);
        await graph.UntilLoggedAsync("custom", "no luck");
    }

    private sealed class CustomResource(string name) : Resource(name), IResourceWithEndpoints, IResourceWithWaitSupport;

    private sealed class Subscriber : IDistributedApplicationEventingSubscriber
    {
        public static bool HasSubscribed { get; private set; }

        public Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
        {
            HasSubscribed = executionContext.IsRunMode;
            return Task.CompletedTask;
        }
    }
}
