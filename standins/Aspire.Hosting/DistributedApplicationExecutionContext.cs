namespace Aspire.Hosting;

public enum DistributedApplicationOperation
{
    Run,
    Publish,
}

public class DistributedApplicationExecutionContext
{
    private readonly DistributedApplicationExecutionContextOptions _options;

    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(new DistributedApplicationExecutionContextOptions(operation))
    {
    }

    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation, string publisherName)
        : this(new DistributedApplicationExecutionContextOptions(operation, publisherName))
    {
    }

    public DistributedApplicationExecutionContext(DistributedApplicationExecutionContextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        PublisherName = options.PublisherName ?? "manifest";
    }

    public string PublisherName { get; set; }

    public DistributedApplicationOperation Operation => _options.Operation;

    [Experimental("ASPIREWATCH001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
    public RunConfiguration RunConfiguration => _options.RunConfiguration;

    [Obsolete("Use Services instead.")]
    public IServiceProvider ServiceProvider => Services;

    public IServiceProvider Services =>
        _options.Services ?? throw new InvalidOperationException("IServiceProvider is not available because the container has not been built.");

    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;
}

public class DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation)
{
    public DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation, string publisherName) : this(operation) =>
        PublisherName = publisherName;

    [Obsolete("Use Services instead.")]
    public IServiceProvider? ServiceProvider { get => Services; set => Services = value; }

    public IServiceProvider? Services { get; set; }

    public DistributedApplicationOperation Operation { get; } = operation;

    public string? PublisherName { get; }

    [Experimental("ASPIREWATCH001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
    public RunConfiguration RunConfiguration { get; init; } = new();
}

[Experimental("ASPIREWATCH001", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public sealed class RunConfiguration
{
    public bool WatchEnabled { get; init; }
}
