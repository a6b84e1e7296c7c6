namespace Kthena.SampleModelServer;

/// <summary>The server cannot start as it is set. The message says what is wrong, where, and how to mend it; it may have several lines.</summary>
internal class SettingsException(string message, Exception? inner = null) : Exception(message, inner);
