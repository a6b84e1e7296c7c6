namespace Aspire.Hosting;

/// <summary>Lets the Testing package take hold of an AppHost whose entry point runs in the same process.</summary>
internal abstract class BuilderInterception
{
    private static readonly AsyncLocal<BuilderInterception?> s_current = new();

    /// <summary>That of the entry point which the caller is part of.</summary>
    public static BuilderInterception? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public abstract void BuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    public abstract void BuilderCreated(DistributedApplicationBuilder builder);

    public abstract void Building(DistributedApplicationBuilder builder);

    public abstract void Built(DistributedApplication application);

    /// <summary>The entry point wants to run the application, and the test does: completes when the test is done with it.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);
}
