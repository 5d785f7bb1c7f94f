using System.Text.RegularExpressions;
using Canary.Ports;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// What is wrong with a metric of the user's own whose fields can be read: it would compare what cannot be compared.
/// </summary>
internal static partial class CustomMetricFaults
{
    public static void Find(
        FieldReader fields,
        string where,
        (string Name, string Kind) of,
        string? expression,
        Dictionary<string, MetricSource> sources)
    {
        // Each of them is two to six characters in the rollout's document, where a reason names it again and again.
        if (Quoted.HasUnseen(of.Name) || of.Name.Any(sign => sign is '"' or '\\'))
            fields.Fault(
                $"{where}.name is {Quoted.Of(of.Name)}. Leave out quotation marks, backslashes and characters that do not show.");
        if (expression is null)
        {
            if (FaultOf(sources.Values.Single().Stat, of.Kind) is { } fault) fields.Fault($"{where}.stat is {fault}");
            return;
        }
        if (sources.Count == 0) fields.Fault($"{where}.sources has no metric. Give those that the expression is made of.");
        var ids = MetricExpression.Ids(expression).ToList();
        foreach (var id in ids.Except(sources.Keys))
            fields.Fault($"{where}.expression names {Quoted.Of(id)}, which is not in sources. "
                + "Put it there, or write a function's name in capital letters.");
        foreach (var id in sources.Keys.Except(ids))
            fields.Fault($"{where}.sources has {Quoted.Of(id)}, which the expression does not name. Name it, or leave it out.");
        if (MetricExpression.Search(expression) is { } search)
            fields.Fault($"{where}.expression uses {search}, which looks for metrics by itself. "
                + "Put each metric into sources, and name it by its id.");
    }

    private static string? FaultOf(string stat, string kind) => kind switch
    {
        "count" => Counting().IsMatch(stat)
            ? null
            : $"{Quoted.Of(stat)} with kind \"count\". Requests are counted by Sum or SampleCount.",
        _ when Counting().IsMatch(stat) || Trimmed().IsMatch(stat) =>
            $"{Quoted.Of(stat)} with kind \"value\". The version with less traffic has less of it: "
            + "give a level such as Average, or kind \"count\".",
        _ when Extreme().IsMatch(stat) =>
            $"{Quoted.Of(stat)} with kind \"value\". It is more extreme the more requests there are, "
            + "and would blame a version for its traffic: give p99 or Average.",
        _ => null,
    };

    // A share of the requests, as TC(10%:90%) is, counts nothing of them.
    [GeneratedRegex(@"^(Sum|SampleCount|T[CS]\([^%]*\))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex(@"^(T[CS]\(.*\)|t[cs][0-9.]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Trimmed();

    [GeneratedRegex(@"^(Maximum|Minimum|p0*(0|100)(\.0*)?)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Extreme();
}
