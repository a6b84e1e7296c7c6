namespace Kthena.StackTesting.PromQL;

/// <summary>Knows which series there are.</summary>
public interface ISeriesCatalogue
{
    /// <summary>The labels that series of this name may have; null when there are none of this name.</summary>
    IReadOnlySet<string>? LabelsOf(string series);
}
