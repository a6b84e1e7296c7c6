namespace Kthena.Mutations;

/// <summary>The mutations cannot be tried; the message says what, where and how to mend it.</summary>
public sealed class MutationException(string message) : Exception(message);
