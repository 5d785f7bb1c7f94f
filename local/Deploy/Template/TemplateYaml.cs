using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Canary.Local.Deploy.Template;

/// <summary>
/// Reads CloudFormation's YAML. Its short tags become the long form that JSON templates use: <c>!Ref X</c> is
/// <c>{"Ref": "X"}</c>.
/// </summary>
internal static class TemplateYaml
{
    private const NumberStyles Fraction = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly Dictionary<string, string> Intrinsics = new()
    {
        ["!Ref"] = "Ref",
        ["!Sub"] = "Fn::Sub",
        ["!GetAtt"] = "Fn::GetAtt",
        ["!Join"] = "Fn::Join",
        ["!If"] = "Fn::If",
        ["!Equals"] = "Fn::Equals",
        ["!Not"] = "Fn::Not",
        ["!And"] = "Fn::And",
        ["!Or"] = "Fn::Or",
        ["!Condition"] = "Condition",
    };

    /// <exception cref="TemplateException">It is no YAML mapping, or uses a tag that is not understood.</exception>
    public static JsonObject Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException wrong)
        {
            throw new TemplateException($"The template is no YAML: line {wrong.Start.Line}: {wrong.Message}", wrong);
        }
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            throw new TemplateException("The template must be one YAML mapping.");
        return Map(root);
    }

    private static JsonNode? Read(YamlNode node)
    {
        var content = Untagged(node);
        if (node.Tag.IsEmpty || !node.Tag.IsLocal) return content;
        if (!Intrinsics.TryGetValue(node.Tag.Value, out var name))
            throw NotUnderstood(node, $"{node.Tag.Value}. It knows {string.Join(", ", Intrinsics.Keys)}");
        if (name == "Fn::GetAtt" && node is YamlScalarNode { Value: { } path })
            content = new JsonArray([.. path.Split('.', 2).Select(part => JsonValue.Create(part))]);
        return new JsonObject { [name] = content };
    }

    private static JsonNode? Untagged(YamlNode node) => node switch
    {
        YamlMappingNode map => Map(map),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Read)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Tag.IsEmpty: true } plain => Plain(plain.Value ?? ""),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value ?? ""),
        _ => throw NotUnderstood(node, $"this {node.NodeType}"),
    };

    private static JsonObject Map(YamlMappingNode map)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new TemplateException($"Line {key.Start.Line}: a key must be a plain word.");
            result.Add(name, Read(value));
        }
        return result;
    }

    private static TemplateException NotUnderstood(YamlNode node, string what) =>
        new($"Line {node.Start.Line}: the local deployment does not understand {what}.");

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) =>
            JsonValue.Create(whole),
        _ when decimal.TryParse(text, Fraction, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
