using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Kthena.GpuExporter.Tests.Kubelet.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kthena.GpuExporter.Tests.Kubelet;

/// <summary>The kubelet's pod resources service, real gRPC on a real Unix socket.</summary>
internal sealed class FakeKubelet : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kubelet-");
    private readonly Pods _pods = new();
    private WebApplication? _app;

    public string Socket => Path.Join(_folder.FullName, "kubelet.sock");

    /// <summary>How many times it was asked.</summary>
    public int Calls => _pods.Calls;

    public static async Task<FakeKubelet> StartAsync()
    {
        var kubelet = new FakeKubelet();
        await kubelet.StartAgainAsync();
        return kubelet;
    }

    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.ListenUnixSocket(Socket, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(_pods);
        _app = builder.Build();
        _app.MapGrpcService<Service>();
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Stops it, which takes its socket away.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
            await app.DisposeAsync();
        _app = null;
        File.Delete(Socket);
    }

    public FakeKubelet Add(string pod, string resource, params string[] deviceIds)
    {
        var container = new ContainerResources { Name = "main", CpuIds = { 0, 1 } };
        container.Devices.Add(new ContainerDevices { ResourceName = resource, DeviceIds = { deviceIds }, Topology = new TopologyInfo { Nodes = { new NUMANode { ID = 1 } } } });
        lock (_pods)
            _pods.Answer.PodResources.Add(new V1.PodResources { Name = pod, Namespace = "default", Containers = { container } });
        return this;
    }

    public void RemoveAll()
    {
        lock (_pods)
            _pods.Answer.PodResources.Clear();
    }

    /// <summary>From now on it answers with an error, or not at all.</summary>
    public void Break(Breakage breakage) => _pods.Breakage = breakage;

    public async ValueTask DisposeAsync()
    {
        _pods.Breakage = Breakage.None;
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    internal enum Breakage
    {
        None,
        Error,
        Silence,
    }

    private sealed class Pods
    {
        private int _calls;

        public ListPodResourcesResponse Answer { get; } = new();

        public volatile Breakage Breakage;

        public int Calls => Volatile.Read(ref _calls);

        public void Count() => Interlocked.Increment(ref _calls);
    }

    [SuppressMessage("Performance", "CA1812", Justification = "gRPC makes it.")]
    private sealed class Service(Pods pods) : PodResourcesLister.PodResourcesListerBase
    {
        public override async Task<ListPodResourcesResponse> List(ListPodResourcesRequest request, ServerCallContext context)
        {
            pods.Count();
            if (pods.Breakage == Breakage.Error)
                throw new RpcException(new Status(StatusCode.ResourceExhausted, "rejected by rate limit"));
            if (pods.Breakage == Breakage.Silence)
                await new TaskCompletionSource().Task.WaitAsync(context.CancellationToken);
            lock (pods)
                return pods.Answer.Clone();
        }
    }
}
