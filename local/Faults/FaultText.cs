using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>Faults as people write them: <c>lambda:UpdateAlias(orders:live) throttle x3</c>.</summary>
internal static partial class FaultText
{
    /// <summary>Reads faults.</summary>
    /// <param name="texts">Each one fault.</param>
    /// <param name="calls">Where a fault can strike.</param>
    /// <param name="random">For those with a probability.</param>
    /// <param name="problems">What is wrong with which of them.</param>
    public static IReadOnlyList<Fault> Parse(
        IEnumerable<string> texts, KnownCalls calls, Random random, ICollection<string> problems)
    {
        var faults = new List<Fault>();
        foreach (var text in texts)
        {
            var wrong = new List<string>();
            var fault = Parse(text, calls, random, wrong);
            if (fault is not null) faults.Add(fault);
            foreach (var problem in wrong) problems.Add($"\"{text}\": {problem}.");
        }
        return faults;
    }

    /// <summary>Writes a fault so that it can be read again, except for its predicate.</summary>
    public static string Of(Fault fault)
    {
        var text = new StringBuilder(
            $"{new ApiCall(fault.Service, fault.Operation, fault.Resource)} {FaultWords.Of(fault.Kind).Word}");
        if (fault.Delay != TimeSpan.Zero) text.Append(CultureInfo.InvariantCulture, $" {fault.Delay.TotalSeconds}s");
        if (fault.From != 1) text.Append(CultureInfo.InvariantCulture, $" #{fault.From}");
        if (fault.Times is { } times) text.Append(CultureInfo.InvariantCulture, $" x{times}");
        if (fault.Probability < 1) text.Append(CultureInfo.InvariantCulture, $" {fault.Probability * 100}%");
        return $"{text}";
    }

    private static Fault? Parse(string text, KnownCalls calls, Random random, List<string> wrong)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            wrong.Add("say where and what, such as lambda:UpdateAlias throttle");
            return null;
        }
        var place = Place().Match(parts[0]);
        if (!place.Success)
            wrong.Add(
                $"\"{parts[0]}\" is no place: write SERVICE:OPERATION, function:NAME or metric:NAME, then (RESOURCE) if need be");
        var word = FaultWords.All.FirstOrDefault(word => word.Word == parts[1]);
        if (word is null)
            wrong.Add($"there is no \"{parts[1]}\", but {string.Join(", ", FaultWords.All.Select(known => known.Word))}");
        var (service, operation) = (place.Groups["service"].Value, place.Groups["operation"].Value);
        if (place.Success && calls.Problem(service, operation) is { } unknown) wrong.Add(unknown);
        var resource = place.Groups["resource"] is { Success: true } named ? named.Value : null;
        var fault = new Fault(service, operation, word?.Kind ?? FaultKind.Throttle) { Resource = resource };
        foreach (var part in parts[2..])
        {
            if (With(fault, part, random) is { } changed) fault = changed;
            else
                wrong.Add(
                    $"\"{part}\" is no duration (30s), no number of times (x3), no first call (#2) and no probability (20%)");
        }
        if (wrong.Count == 0) wrong.AddRange(FaultRules.Problems(fault));
        return wrong.Count == 0 ? fault : null;
    }

    private static Fault? With(Fault fault, string part, Random random)
    {
        var match = Modifier().Match(part);
        if (!match.Success) return null;
        var number = double.Parse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return (match.Groups["mark"].Value + match.Groups["unit"].Value) switch
        {
            "x" when IsCount(number) => fault with { Times = (int)number },
            "#" when IsCount(number) => fault with { From = (int)number },
            "%" => fault with { Probability = number / 100, Random = random },
            "ms" => fault with { Delay = TimeSpan.FromMilliseconds(number) },
            "s" => fault with { Delay = TimeSpan.FromSeconds(number) },
            "m" => fault with { Delay = TimeSpan.FromMinutes(number) },
            "h" => fault with { Delay = TimeSpan.FromHours(number) },
            _ => null,
        };
    }

    private static bool IsCount(double number) => number <= int.MaxValue && number == Math.Truncate(number);

    [GeneratedRegex(@"^(?<service>[a-z0-9-]+):(?<operation>\*|[A-Za-z0-9_-]+)(\((?<resource>[^()]+)\))?\z")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(?<mark>x|\#)?(?<number>[0-9]{1,9}(\.[0-9]+)?)(?<unit>ms|s|m|h|%)?\z")]
    private static partial Regex Modifier();
}
