using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Schema;

/// <summary>What a text of the input may hold, sign by sign up to U+FFFF: a pattern can name those in every language.</summary>
public class TextPatternTests
{
    private static readonly IReadOnlyList<char> Signs =
        [.. Enumerable.Range(0, 0x10000).Select(code => (char)code).Where(sign => !char.IsSurrogate(sign))];

    [Theory]
    [InlineData("lines")]
    [InlineData("line")]
    [InlineData("name")]
    public void Pattern_EachSign_IsTakenWhereTheReaderTakesIt(string kind)
    {
        var pattern = new Regex(SchemaFile.Input.Json["$defs"]![kind]!["pattern"]!.GetValue<string>());
        // Which codes are free differs between the versions of Unicode: the schema does not name them.
        var signs = Signs.Where(sign => kind != "name" || !IsFree(sign)).ToList();
        var taken = signs.Where(sign => pattern.IsMatch($"a{sign}b")).ToList();

        Assert.InRange(signs.Count - taken.Count, 100, 7_000);
        Assert.All(taken.Chunk(250), some => Assert.Empty(FaultsOf(kind, $"a{new string(some)}b")));
        Assert.All(signs.Except(taken), sign => Assert.True(FaultsOf(kind, $"a{sign}b").Count == 1, $"{(int)sign:x4}"));
    }

    private static bool IsFree(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.OtherNotAssigned;

    private static List<string> FaultsOf(string kind, string text)
    {
        var input = new JsonObject { ["functionName"] = "orders", ["aliasName"] = "live", ["deploymentConfig"] = "AllAtOnce" };
        if (kind == "name") input["alarms"] = new JsonArray(text);
        if (kind == "lines") input["description"] = text;
        if (kind == "line") input["analysis"] = new JsonObject { ["metrics"] = new JsonArray(Metric(text)) };
        return Given.Read(input.ToJsonString()).Faults;
    }

    private static JsonObject Metric(string name) => new()
    {
        ["name"] = "a",
        ["kind"] = "count",
        ["direction"] = "increase",
        ["namespace"] = "n",
        ["metricName"] = name,
        ["stat"] = "Sum",
        ["dimensions"] = new JsonObject { ["v"] = "{version}" },
    };
}
