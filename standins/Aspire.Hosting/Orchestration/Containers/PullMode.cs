namespace Aspire.Hosting.Orchestration.Containers;

/// <summary>When an image is asked of its registry.</summary>
internal enum PullMode
{
    Missing,
    Always,
    Never,
}
