using System.Xml;
using System.Xml.Linq;

namespace Kthena.Cli.Testing;

/// <summary>Reads the Visual Studio test results format that xunit's <c>-trx</c> writes.</summary>
internal static class TrxFile
{
    private static readonly XNamespace s_ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <exception cref="XmlException">The file is cut off.</exception>
    public static IReadOnlyList<TestResult> Read(string path) =>
        [.. XDocument.Load(path).Descendants(s_ns + "UnitTestResult").Select(ReadTest)];

    private static TestResult ReadTest(XElement test)
    {
        var outcome = (string?)test.Attribute("outcome") switch
        {
            "Passed" => TestOutcome.Passed,
            "NotExecuted" => TestOutcome.Skipped,
            _ => TestOutcome.Failed,
        };
        var error = test.Element(s_ns + "Output")?.Element(s_ns + "ErrorInfo");
        string?[] parts =
        [
            (string?)error?.Element(s_ns + "Message"),
            (string?)error?.Element(s_ns + "StackTrace"),
            outcome == TestOutcome.Passed ? null : (string?)test.Element(s_ns + "Output")?.Element(s_ns + "StdOut"),
        ];
        return new((string?)test.Attribute("testName") ?? "", outcome, string.Join(Environment.NewLine, parts.Where(p => !string.IsNullOrWhiteSpace(p))));
    }
}
