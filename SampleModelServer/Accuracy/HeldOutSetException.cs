namespace Kthena.SampleModelServer.Accuracy;

/// <summary>A held-out set that cannot be used. The message is <c>path:line: what is wrong; how to mend it</c>, without a line where none is at fault.</summary>
internal sealed class HeldOutSetException(string message, Exception? inner = null) : SettingsException(message, inner);
