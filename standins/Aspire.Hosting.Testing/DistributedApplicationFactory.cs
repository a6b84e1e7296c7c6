using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Runs the entry point of an AppHost in this process, and takes hold of its builder and its application.</summary>
public class DistributedApplicationFactory : IDisposable, IAsyncDisposable
{
    private readonly EntryPointRun _run;
    private readonly Type _entryPoint;
    private readonly string[] _args;
    private DistributedApplication? _started;

    public DistributedApplicationFactory(Type entryPoint, string[] args)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        TestingArguments.Validate(args);
        _entryPoint = entryPoint;
        _args = args;
        _run = new(entryPoint, args, new Hooks(this));
    }

    public DistributedApplicationFactory(Type entryPoint) : this(entryPoint, [])
    {
    }

    private DistributedApplication Started => _started ?? throw new InvalidOperationException("The application has not been initialized.");

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var application = await BuildAsync(cancellationToken).ConfigureAwait(false);
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        _started = application;
    }

    public HttpClient CreateHttpClient(string resourceName, string? endpointName = null) => Started.CreateHttpClient(resourceName, endpointName);

    public ValueTask<string?> GetConnectionString(string resourceName) => Started.GetConnectionStringAsync(resourceName);

    public Uri GetEndpoint(string resourceName, string? endpointName = null) => Started.GetEndpoint(resourceName, endpointName);

    public virtual void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _run.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    protected virtual void OnBuilderCreating(DistributedApplicationOptions applicationOptions, HostApplicationBuilderSettings hostOptions)
    {
    }

    protected virtual void OnBuilderCreated(DistributedApplicationBuilder applicationBuilder)
    {
    }

    protected virtual void OnBuilding(DistributedApplicationBuilder applicationBuilder)
    {
    }

    protected virtual void OnBuilt(DistributedApplication application)
    {
    }

    internal Task<DistributedApplicationBuilder> ResolveBuilderAsync(CancellationToken cancellationToken) => _run.BuilderAsync(cancellationToken);

    internal Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken) => _run.BuildAsync(cancellationToken);

    /// <summary>The derived class' hooks, called from the entry point.</summary>
    private sealed class Hooks(DistributedApplicationFactory factory) : IEntryPointHooks
    {
        public void OnBuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
            TestingConfiguration.Apply(factory._entryPoint.Assembly, factory._args, options, settings, factory.OnBuilderCreating);

        public void OnBuilderCreated(DistributedApplicationBuilder builder)
        {
            builder.Services.AddHttpClient();
            factory.OnBuilderCreated(builder);
        }

        public void OnBuilding(DistributedApplicationBuilder builder) => factory.OnBuilding(builder);

        public void OnBuilt(DistributedApplication application) => factory.OnBuilt(application);
    }
}
