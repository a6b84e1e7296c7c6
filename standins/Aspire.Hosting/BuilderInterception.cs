namespace Aspire.Hosting;

/// <summary>Lets the Testing package reach into an AppHost's entry point that runs in the same process.</summary>
internal abstract class BuilderInterception
{
    private static readonly AsyncLocal<BuilderInterception?> s_current = new();

    public static BuilderInterception? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    public abstract void BuilderCreating(DistributedApplicationOptions options, HostApplicationBuilderSettings settings);

    public abstract void BuilderCreated(DistributedApplicationBuilder builder);

    public abstract void Building(DistributedApplicationBuilder builder);

    public abstract void Built(DistributedApplication application);
}
