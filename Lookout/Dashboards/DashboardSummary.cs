namespace Kthena.Lookout.Dashboards;

/// <summary>A dashboard as the list shows it.</summary>
/// <param name="Uid">Its id in paths; of a file that cannot be read, the file's name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Tags">What it is found by.</param>
/// <param name="Error">Why it cannot be shown; null when it can.</param>
internal sealed record DashboardSummary(string Uid, string Title, string? Description, IReadOnlyList<string> Tags, string? Error = null);
