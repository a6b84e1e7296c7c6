using Kthena.SampleModelServer.Accuracy;
using Kthena.SampleModelServer.Backends;
using Kthena.SampleModelServer.Backends.Cpu;
using Kthena.SampleModelServer.Faults.Api;
using Kthena.SampleModelServer.Faults.Gpus;
using Kthena.SampleModelServer.Faults.Queue;
using Kthena.SampleModelServer.Faults.Requests;
using Kthena.SampleModelServer.Faults.Server;
using Kthena.SampleModelServer.Faults.Weights;
using Kthena.SampleModelServer.Pipeline;

namespace Kthena.SampleModelServer.Faults;

internal static class FaultsServices
{
    /// <summary>Puts what can fail in the place of what works, where faults are enabled. It comes after what it replaces.</summary>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static void AddFaults(this IHostApplicationBuilder builder)
    {
        var options = FaultsOptions.Read(builder.Configuration);
        if (!options.Enabled)
            return;

        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton<FaultCatalog>();
        services.AddSingleton<FaultMetrics>();
        services.AddSingleton<FaultBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<FaultBoard>());
        services.AddHostedService<FaultReminder>();
        services.AddSingleton<FaultRequestReader>();
        services.AddSingleton<FaultsEndpoint>();
        services.AddRequestFaults();
        services.AddWeightFaults();
        services.AddSingleton<IFaultEffect, QueueFloodEffect>();
        services.AddServerFaults();
        services.AddGpuFaults(options);
    }

    /// <summary>Maps <c>/faults</c> where faults are enabled; elsewhere it is as unknown as any other path.</summary>
    public static void UseFaults(this WebApplication app)
    {
        if (app.Services.GetService<FaultsEndpoint>() is not { } endpoint)
            return;

        app.UseFaultHeader(app.Services.GetRequiredService<FaultBoard>());
        app.MapGet("/faults", endpoint.ListAsync);
        app.MapDelete("/faults", endpoint.DeleteAllAsync);
        app.MapPut("/faults/{name}", endpoint.PutAsync);
        app.MapDelete("/faults/{name}", endpoint.DeleteAsync);
    }

    private static void AddRequestFaults(this IServiceCollection services)
    {
        services.AddSingleton<RequestFaults>();
        services.AddSingleton<IInferencePipeline, FaultyPipeline>();
        foreach (var definition in (FaultDefinition[])[RequestFaultEffect.Errors, RequestFaultEffect.Latency, RequestFaultEffect.Hang, RequestFaultEffect.CacheBypass])
            services.AddSingleton<IFaultEffect>(provider => new RequestFaultEffect(definition, provider.GetRequiredService<RequestFaults>()));
    }

    private static void AddWeightFaults(this IServiceCollection services)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FaultyBackend>(provider, new CpuBackend()));
        services.AddSingleton<IInferenceBackend>(provider => provider.GetRequiredService<FaultyBackend>());
        services.AddSingleton<IFaultEffect, LoadFailureEffect>();
        services.AddSingleton<IFaultEffect, MemoryEffect>();
        services.AddSingleton<IFaultEffect>(provider => provider.GetService<AccuracySchedule>() is { } schedule
            ? ActivatorUtilities.CreateInstance<AccuracyEffect>(provider, schedule)
            : ActivatorUtilities.CreateInstance<AccuracyEffect>(provider));
    }

    private static void AddServerFaults(this IServiceCollection services)
    {
        services.AddSingleton<IFaultEffect, CrashEffect>();
        services.AddSingleton<IFaultEffect, ScrapeHangEffect>();
        services.AddSingleton<IFaultEffect, CardinalityEffect>();
    }

    private static void AddGpuFaults(this IServiceCollection services, FaultsOptions options)
    {
        var control = options.FakeGpuControl is { } path ? new GpuControlFile(path) : null;
        services.AddSingleton<IFaultEffect>(provider => control is null
            ? ActivatorUtilities.CreateInstance<BackendBusyEffect>(provider)
            : GpuFaultEffect.Busy(control, provider.GetRequiredService<TimeProvider>()));
        foreach (var effect in (Func<GpuControlFile?, TimeProvider, GpuFaultEffect>[])[GpuFaultEffect.Hot, GpuFaultEffect.Lost, GpuFaultEffect.Xid])
            services.AddSingleton<IFaultEffect>(provider => effect(control, provider.GetRequiredService<TimeProvider>()));
    }
}
