namespace Aspire.Hosting.Tests.Running;

/// <summary>The bound of every wait: far beyond what anything here takes.</summary>
internal static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    /// <summary>Ends with the test, or when it takes too long.</summary>
    public static CancellationToken Token
    {
        get
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(Long);
            return source.Token;
        }
    }
}
