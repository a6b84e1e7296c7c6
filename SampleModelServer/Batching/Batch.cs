namespace Kthena.SampleModelServer.Batching;

/// <summary>Texts of several requests that are computed together, with the memory for their results; used again and again by one worker.</summary>
internal sealed class Batch(int capacity)
{
    private readonly string[] _texts = new string[capacity];
    private readonly (InferenceJob Job, int Index)[] _origins = new (InferenceJob, int)[capacity];
    private readonly int[] _tokens = new int[capacity];
    private float[] _probabilities = [];

    public ModelSession Session { get; private set; } = null!;

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public ReadOnlySpan<string> Texts => _texts.AsSpan(0, Count);

    public Span<int> Tokens => _tokens.AsSpan(0, Count);

    public Span<float> Probabilities => _probabilities.AsSpan(0, Count * Labels);

    private int Labels => Session.Model.Description.Labels.Count;

    public void Begin(ModelSession session)
    {
        Session = session;
        if (_probabilities.Length < capacity * Labels)
            _probabilities = new float[capacity * Labels];
    }

    public void Add(string text, InferenceJob job, int index)
    {
        _texts[Count] = text;
        _origins[Count] = (job, index);
        Count++;
    }

    public InferenceJob Job(int index) => _origins[index].Job;

    public int IndexInRequest(int index) => _origins[index].Index;

    public ReadOnlySpan<float> ProbabilitiesOf(int index) => _probabilities.AsSpan(index * Labels, Labels);

    /// <summary>Lets go of everything but the memory.</summary>
    public void Clear()
    {
        Array.Clear(_texts, 0, Count);
        Array.Clear(_origins, 0, Count);
        Count = 0;
        Session = null!;
    }
}
