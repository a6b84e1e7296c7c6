namespace Aspire.Hosting.Testing;

internal static class TestingArguments
{
    public static void Validate(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Any(string.IsNullOrEmpty))
            throw new ArgumentException($"The arguments contain an empty item: [{string.Join(", ", args)}]", nameof(args));
    }
}
