namespace Kthena.SampleModelServer.Faults.Weights;

/// <summary>What is wrong with the weights of one model. Changed only while the model is neither loaded nor unloaded.</summary>
internal sealed class ModelFaults
{
    /// <summary>Its file comes corrupt.</summary>
    public bool IsCorrupt { get; set; }

    /// <summary>The noise on its weights, in their standard deviations; 0 for none.</summary>
    public double Noise { get; set; }

    /// <summary>Bytes that it takes in addition.</summary>
    public long Ballast { get; set; }

    /// <summary>The model while it is loaded.</summary>
    public FaultyModel? Loaded { get; set; }
}
