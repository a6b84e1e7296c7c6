using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds to a snapshot what follows from the resource's annotations.</summary>
internal static class SnapshotDecoration
{
    public static CustomResourceSnapshot Apply(IResource resource, CustomResourceSnapshot snapshot, IServiceProvider? services)
    {
        if (resource.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon))
            snapshot = snapshot with { IconName = icon.IconName, IconVariant = icon.IconVariant };
        if (resource.TryGetLastAnnotation<HiddenAnnotation>(out var hidden))
            snapshot = snapshot with { IsHidden = IsHidden(hidden, snapshot) };
        if (snapshot.Relationships.IsEmpty)
            snapshot = snapshot with { Relationships = Relationships(resource) };
        return services is null ? snapshot : snapshot with { Commands = Commands(resource, snapshot, services) };
    }

    private static bool IsHidden(HiddenAnnotation hidden, CustomResourceSnapshot snapshot) => hidden.Behavior == HiddenBehavior.Always
        || (KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) && snapshot.ExitCode is { } code && hidden.SuccessfulExitCodes.Contains(code));

    private static ImmutableArray<RelationshipSnapshot> Relationships(IResource resource)
    {
        var parent = resource is IResourceWithParent child ? [new RelationshipSnapshot(child.Parent.Name, KnownRelationshipTypes.Parent)] : Array.Empty<RelationshipSnapshot>();
        return [.. parent.Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(a => new RelationshipSnapshot(a.Resource.Name, a.Type))).Distinct()];
    }

    private static ImmutableArray<ResourceCommandSnapshot> Commands(IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services)
    {
        var context = new UpdateCommandStateContext { ResourceSnapshot = snapshot, Services = services };
#pragma warning disable CS0618 // The snapshot still carries the obsolete parameter.
        return [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(c => new ResourceCommandSnapshot(c.Name, c.UpdateState(context), c.DisplayName,
            c.DisplayDescription, c.Parameter, c.ConfirmationMessage, c.IconName, c.IconVariant, c.IsHighlighted) { Arguments = c.Arguments, Visibility = c.Visibility })];
#pragma warning restore CS0618
    }
}
