namespace Kthena.SampleModelServer.Models;

internal enum ModelState
{
    /// <summary>It is being loaded, or will be as soon as those before it are.</summary>
    Loading,

    /// <summary>It answers.</summary>
    Loaded,

    /// <summary>It takes no requests any more; its last batches run.</summary>
    Unloading,

    /// <summary>It was unloaded on request.</summary>
    Unloaded,

    /// <summary>It could not be loaded.</summary>
    Failed,
}
