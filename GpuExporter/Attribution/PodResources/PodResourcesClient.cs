using System.Net.Sockets;
using Grpc.Net.Client;
using Kthena.GpuExporter.Attribution.PodResources.V1;

namespace Kthena.GpuExporter.Attribution.PodResources;

/// <summary>Asks the kubelet, over its socket, which pod has which GPU or MIG device.</summary>
internal sealed class PodResourcesClient : IDisposable
{
    // The limit that the kubelet's own clients use.
    private const int MaxMessageBytes = 16 << 20;

    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(1);

    private readonly GrpcChannel _channel;
    private readonly PodResourcesLister.PodResourcesListerClient _client;
    private readonly TimeProvider _time;

    public PodResourcesClient(string socket, TimeProvider time)
    {
        _time = time;
        _channel = GrpcChannel.ForAddress("http://localhost", new GrpcChannelOptions
        {
            MaxReceiveMessageSize = MaxMessageBytes,
            HttpHandler = new SocketsHttpHandler { ConnectCallback = (_, cancellation) => ConnectAsync(socket, cancellation) },
            DisposeHttpClient = true,
        });
        _client = new PodResourcesLister.PodResourcesListerClient(_channel);
    }

    /// <summary>The models' pods by the UUID of the device that they have.</summary>
    /// <exception cref="Grpc.Core.RpcException">The kubelet does not answer, or not in time.</exception>
    /// <exception cref="OperationCanceledException">The exporter stops.</exception>
    public async Task<Dictionary<string, string[]>> ModelsByUuidAsync(ModelNames names, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(s_deadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var pods = await _client.ListAsync(new ListPodResourcesRequest(), cancellationToken: either.Token);

        return pods.PodResources
            .Select(pod => (Model: PodNames.Model(pod.Name), Devices: pod.Containers.SelectMany(container => container.Devices)))
            .Where(pod => pod.Model is not null)
            .SelectMany(pod => pod.Devices.Where(IsGpu).SelectMany(device => device.DeviceIds), (pod, id) => (pod.Model, Uuid: Uuid(id)))
            .GroupBy(use => use.Uuid, use => names.Admit(use.Model!))
            .ToDictionary(device => device.Key, device => device.Distinct().ToArray());
    }

    public void Dispose() => _channel.Dispose();

    private static bool IsGpu(ContainerDevices devices) =>
        devices.ResourceName.StartsWith("nvidia.com/gpu", StringComparison.Ordinal) || devices.ResourceName.StartsWith("nvidia.com/mig-", StringComparison.Ordinal);

    // A GPU that the device plugin shares in time has ids such as GPU-...::0.
    private static string Uuid(string deviceId) => deviceId.IndexOf("::", StringComparison.Ordinal) is var end and >= 0 ? deviceId[..end] : deviceId;

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellation)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
