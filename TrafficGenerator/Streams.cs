namespace Kthena.TrafficGenerator;

/// <summary>What is drawn apart, so that a change of one leaves the others as they are.</summary>
internal enum RandomStream
{
    Arrivals,
    Models,
    Priorities,
    Lists,
    Texts,
    Order,
    Numbers,
}

/// <summary>Independent random numbers from one seed.</summary>
internal static class Streams
{
    /// <summary>The numbers of a stream. What a seeded <see cref="Random"/> gives has not changed since .NET Framework; no document promises it.</summary>
    public static Random Create(int seed, RandomStream stream) => new((int)Mix(((ulong)(uint)seed << 32) | (uint)stream));

    // Neighbouring seeds of Random give related numbers. The finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
    // Generators, OOPSLA 2014) parts them.
    private static ulong Mix(ulong z)
    {
        z += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
