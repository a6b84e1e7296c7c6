using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Faults;
using Aspire.Hosting.Gpus;

namespace Aspire.Hosting;

/// <summary>Lets faults be injected into the running graph, to see alerts fire.</summary>
public static class FaultInjectionExtensions
{
    /// <summary>
    /// Lets a model server take faults (<c>/faults</c>), through the fake GPUs too where there are some (<c>Gpu:Device=fake</c>). Run mode only, unless
    /// the AppHost's <c>Faults:Enabled</c> is false: nothing of it is ever published.
    /// </summary>
    /// <param name="builder">A model server.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<T> WithFaultInjection<T>(this IResourceBuilder<T> builder) where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var application = builder.ApplicationBuilder;
        if (!FaultSwitch.IsOn(application)) return builder;

        builder.WithEnvironment("Faults__Enabled", "true");
        return FakeGpus.AreWanted(application) ? builder.WithEnvironment("Faults__FakeGpuControl", FakeGpus.ControlFile(application)) : builder;
    }

    /// <summary>
    /// Lets the graph's report say that the autoscaling of a model is stuck (<c>/faults/stuck-autoscaling</c>). Run mode only, unless the AppHost's
    /// <c>Faults:Enabled</c> is false.
    /// </summary>
    /// <param name="builder">The report.</param>
    /// <returns>The builder.</returns>
    public static IResourceBuilder<GraphReportResource> WithFaultInjection(this IResourceBuilder<GraphReportResource> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return FaultSwitch.IsOn(builder.ApplicationBuilder) ? builder.WithAnnotation(new TakesFaultsAnnotation()) : builder;
    }
}
