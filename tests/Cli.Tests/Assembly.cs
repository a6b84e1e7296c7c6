using System.Runtime.Versioning;

// ./kthena is a shell script.
[assembly: SupportedOSPlatform("linux")]
[assembly: SupportedOSPlatform("macos")]
