namespace Kthena.SampleModelServer.Faults.Requests;

/// <summary>A request fails because that was asked for.</summary>
internal sealed class InjectedFaultException(string fault) : Exception($"The fault '{fault}' was injected.");
