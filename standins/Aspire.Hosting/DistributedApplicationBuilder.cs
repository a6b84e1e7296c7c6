using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Health;
using Aspire.Hosting.Orchestration;

namespace Aspire.Hosting;

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder _host;
    private readonly DistributedApplicationOptions _options;
    private readonly DistributedApplicationExecutionContextOptions _contextOptions;

    public DistributedApplicationBuilder(string[] args) : this(new DistributedApplicationOptions { Args = args ?? throw new ArgumentNullException(nameof(args)) })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options) : this(options, new())
    {
    }

    internal DistributedApplicationBuilder(DistributedApplicationOptions options, HostApplicationBuilderSettings settings)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        BuilderInterception.Current?.BuilderCreating(options, settings);
        StartFailure.HandleIn(options.Assembly);
        settings.Args ??= options.Args;
        if (options.ProjectDirectory is { } projectDirectory && Directory.Exists(projectDirectory))
            settings.ContentRootPath ??= projectDirectory;
        settings.ApplicationName ??= options.Assembly?.GetName().Name;
        if (settings.Configuration is null)
        {
            settings.Configuration = new();
            settings.Configuration.AddEnvironmentVariables("ASPIRE_");
        }

        _host = new(settings);
        AppHostDirectory = options.ProjectDirectory ?? _host.Environment.ContentRootPath;
        AppHostPath = Path.GetFullPath(Path.Join(AppHostDirectory, options.ProjectName ?? _host.Environment.ApplicationName));
        if (options.Args is { Length: > 0 } args)
            _host.Configuration.AddCommandLine(args, CommandLine.SwitchMappings);

        _contextOptions = ContextOptions(_host.Configuration);
        ExecutionContext = new(_contextOptions);
        _host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = AppHostDirectory,
            ["AppHost:Path"] = AppHostPath,
            ["AppHost:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
                ExecutionContext.IsPublishMode ? Path.GetFileName(AppHostPath) : AppHostPath.ToLowerInvariant()))),
        });
        AddServices();
        BuilderInterception.Current?.BuilderCreated(this);
    }

    public IHostEnvironment Environment => _host.Environment;

    public ConfigurationManager Configuration => _host.Configuration;

    public IServiceCollection Services => _host.Services;

    public string AppHostDirectory { get; }

    public string AppHostPath { get; }

    public Assembly? AppHostAssembly => _options.Assembly;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources { get; } = new ResourceCollection();

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplication Build()
    {
        BuilderInterception.Current?.Building(this);
        Resources.ThrowIfNamesClash();
        var host = _host.Build();
        _contextOptions.Services = host.Services;
        var application = new DistributedApplication(host);
        BuilderInterception.Current?.Built(application);
        return application;
    }

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (Resources.FirstOrDefault(r => string.Equals(r.Name, resource.Name, StringComparison.OrdinalIgnoreCase)) is { } existing)
            throw new DistributedApplicationException($"Cannot add resource of type '{resource.GetType()}' with name '{resource.Name}' because resource of type '{existing.GetType()}' with that name already exists. Resource names are case-insensitive.");
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource) where T : IResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        return new DistributedApplicationResourceBuilder<T>(this, resource);
    }

    private static DistributedApplicationExecutionContextOptions ContextOptions(ConfigurationManager configuration)
    {
        var publisher = configuration["Publishing:Publisher"];
        return configuration["AppHost:Operation"]?.ToLowerInvariant() switch
        {
            "publish" => new(DistributedApplicationOperation.Publish, publisher ?? "manifest"),
            "run" => new(DistributedApplicationOperation.Run),
            null => publisher is null ? new(DistributedApplicationOperation.Run) : new(DistributedApplicationOperation.Publish, publisher),
            _ => throw new DistributedApplicationException("Invalid operation specified. Valid operations are 'publish' or 'run'."),
        };
    }

    private void AddServices()
    {
        QuietLogging.Configure(_host.Logging, _host.Configuration);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(_options);
        Services.AddSingleton(ExecutionContext);
        Services.AddSingleton(Eventing);
        Services.AddSingleton(new DistributedApplicationModel(Resources));
        Services.AddSingleton(services => new ResourceLoggerService(services.GetRequiredService<TimeProvider>()));
        Services.AddSingleton<ResourceNotificationService>();
        Services.AddSingleton(services => new ResourceCommandService(services.GetRequiredService<ResourceNotificationService>(),
            services.GetRequiredService<ResourceLoggerService>(), services));
        Services.AddHealthChecks();
        Services.AddSingleton<HealthCheckHttpClient>();
        if (ExecutionContext.IsRunMode)
            Services.AddOrchestration();
    }
}
