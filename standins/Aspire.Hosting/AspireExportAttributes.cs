namespace Aspire.Hosting;

/// <summary>Marks API for AppHosts in other languages; the stand-in only accepts it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Assembly | AttributeTargets.Property,
    Inherited = false, AllowMultiple = true)]
public sealed class AspireExportAttribute : Attribute
{
    public AspireExportAttribute(string id) => Id = id;

    public AspireExportAttribute()
    {
    }

    public AspireExportAttribute(Type type) => Type = type;

    public string? Id { get; }

    public Type? Type { get; set; }

    public string? Description { get; set; }

    public string? MethodName { get; set; }

    public bool ExposeProperties { get; set; }

    public bool ExposeMethods { get; set; }

    public bool RunSyncOnBackgroundThread { get; set; }
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Method, Inherited = false, AllowMultiple = false)]
public sealed class AspireExportIgnoreAttribute : Attribute
{
    public string? Reason { get; set; }
}
