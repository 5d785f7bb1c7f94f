using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Canary.Cli.Files;

/// <summary>What stands in the files that <c>init</c> writes.</summary>
internal static class FirstText
{
    /// <summary>The schema's file. Its name is no rollout file's.</summary>
    public const string SchemaName = "canary.schema.json";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, TypeInfoResolver = JsonTypeInfoResolver.Combine() };

    // Words that YAML, in this or an older version, takes for something else than a text.
    private static readonly string[] Reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];

    /// <summary>The schema, as this program was built with it.</summary>
    public static string Schema()
    {
        using var stream = typeof(FirstText).Assembly.GetManifestResourceStream("input.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>JSON has no comments: the schema explains it in an editor.</summary>
    public static string Json(string function, string alias) => new JsonObject
    {
        ["$schema"] = SchemaName,
        ["functionName"] = function,
        ["aliasName"] = alias,
        ["steps"] = new JsonArray(
            new JsonObject { ["weight"] = 10, ["bakeSeconds"] = 300 },
            new JsonObject { ["weight"] = 50, ["bakeSeconds"] = 300 }),
    }.ToJsonString(Indented) + "\n";

    /// <summary>With a comment on each thing that a first release may want.</summary>
    /// <param name="function">The function, by name or ARN.</param>
    /// <param name="alias">The alias.</param>
    /// <param name="name">The function's name.</param>
    public static string Yaml(string function, string alias, string name) => $"""
        # yaml-language-server: $schema={SchemaName}
        # How {name}:{alias} is released.
        #   canary lint     checks this file
        #   canary plan     asks AWS what would become of it, and changes nothing
        #   canary start    begins the release

        functionName: {Plain(function)}
        aliasName: {Plain(alias)}

        # The new version's share of the traffic, in percent, and how long each step is watched. After the last one it gets all.
        # Or one of CodeDeploy's presets, in place of steps:
        # deploymentConfig: Canary10Percent5Minutes
        steps:
          - weight: 10
            bakeSeconds: 300
          - weight: 50
            bakeSeconds: 300
            # Wait so long for a person, after the bake:
            # approvalSeconds: 3600

        # CloudWatch alarms that roll it back, by name, up to ten; and how long they are watched after the promotion.
        # alarms:
        #   - {name}-{alias}-errors
        # bakeAfterPromotionSeconds: 600

        # The two versions are compared by their errors and durations. Metrics of your own come on top of that.
        # analysis:
        #   metrics:
        #     - preset: http-5xx

        # Functions of yours that test the new version. Their names begin with canary-hook-.
        # hooks:
        #   beforeAllowTraffic: canary-hook-{name}

        # Release this version instead of publishing $LATEST. In quotes, since it is a name and no number.
        # targetVersion: "7"

        """;

    private static string Plain(string name) =>
        char.IsAsciiLetter(name[0]) && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : $"\"{name}\"";
}
