using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;
using YamlDotNet.Serialization.NamingConventions;

namespace Kthena.Slo.Rules;

/// <summary>Writes rule files as YAML.</summary>
public static class RuleFileWriter
{
    /// <summary>The file's text, with comment lines before it.</summary>
    public static string Write(RuleFile file, params ReadOnlySpan<string> comments)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var comment in comments)
            text.WriteLine("# " + comment);
        // A width that nothing reaches: folded lines would differ between versions of the library.
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue));
        new SerializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
            .WithQuotingNecessaryStrings()
            .WithEventEmitter(next => new LinesAsBlocks(next))
            .Build()
            .Serialize(emitter, file);
        return text.ToString().TrimEnd('\n') + '\n';
    }

    /// <summary>Writes texts of several lines as block literals that end with their line, as people do.</summary>
    private sealed class LinesAsBlocks(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is string text && text.Contains('\n', StringComparison.Ordinal))
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text + '\n', ScalarStyle.Literal, isPlainImplicit: true, isQuotedImplicit: false));
            else
                base.Emit(eventInfo, emitter);
        }
    }
}
