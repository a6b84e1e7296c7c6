namespace Aspire.Hosting.Supervision;

/// <summary>A line without its end.</summary>
internal readonly record struct OutputLine(string Text, bool IsError);
