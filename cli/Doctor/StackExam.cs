using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.Lambda.Model;
using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;
using Canary.Rollouts;

namespace Canary.Cli.Doctor;

/// <summary>Looks whether the stack is there, and whether its state machine and its Lambdas are of one Canary.</summary>
internal sealed partial class StackExam(AwsAccess aws, Stack stack)
{
    private const string Machine = "state machine";
    private const string Lambdas = "Lambdas";

    /// <summary>Whether there is a state machine to look further at.</summary>
    public bool IsThere { get; private set; }

    public async IAsyncEnumerable<Symptom> LookAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var definition = await DefinitionAsync(cancellationToken);
        if (!IsThere)
        {
            yield return Symptom.Bad(
                Machine, $"there is none named {stack.Name} in {stack.Place}. Deploy Canary there, or say --stack.");
            yield break;
        }
        if (definition is null)
        {
            yield return Symptom.Doubtful(Machine, "it is there, and you may not read it (states:DescribeStateMachine).");
            yield break;
        }
        yield return OfStates(definition);
        if (await AliasAsync(cancellationToken) is { } symptom) yield return symptom;
        foreach (var found in await OfLambdasAsync(definition, cancellationToken)) yield return found;
    }

    /// <summary>The states that the program knows and the state machine must have.</summary>
    internal static Symptom OfStates(string definition)
    {
        using var document = JsonDocument.Parse(definition);
        var states = document.RootElement.TryGetProperty("States", out var found)
            ? found.EnumerateObject().Select(state => state.Name).ToHashSet(StringComparer.Ordinal) : [];
        var missing = Enum.GetNames<NextState>().Where(name => !states.Contains(name)).ToList();
        return missing.Count == 0
            ? Symptom.Good(Machine, "it is there, and has the states that this program knows.")
            : Symptom.Bad(
                Machine, $"it has no state {string.Join(", ", missing)}, which this program knows: one of them is older. "
                + "Deploy this release of Canary, or use the program of the one that is deployed.");
    }

    private async Task<string?> DefinitionAsync(CancellationToken cancellationToken)
    {
        try
        {
            IsThere = true;
            return (await aws.StepFunctions.DescribeStateMachineAsync(
                new DescribeStateMachineRequest { StateMachineArn = stack.StateMachineArn }, cancellationToken)).Definition;
        }
        catch (StateMachineDoesNotExistException)
        {
            IsThere = false;
            return null;
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return null;
        }
    }

    // An upgrade shifts it from one version to the next. Null where nothing is worth telling.
    private async Task<Symptom?> AliasAsync(CancellationToken cancellationToken)
    {
        try
        {
            var alias = await aws.StepFunctions.DescribeStateMachineAliasAsync(
                new DescribeStateMachineAliasRequest { StateMachineAliasArn = stack.StartArn }, cancellationToken);
            return alias.RoutingConfiguration is not [var older, var newer] ? null
                : Symptom.Doubtful(Machine, "an upgrade of Canary is under way: of new rollouts "
                    + $"{newer.Weight} % start on version {VersionOf(newer)}, and the others on {VersionOf(older)}.");
        }
        catch (Amazon.StepFunctions.Model.ResourceNotFoundException)
        {
            return Symptom.Bad(
                Machine,
                $"it has no alias {Stack.MachineAlias}, which rollouts are started through. Deploy this release of Canary.");
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return null;
        }
    }

    private static string VersionOf(RoutingConfigurationListItem route) => route.StateMachineVersionArn.Split(':')[^1];

    // One upload has one hash: the stack's functions are all of the same code.
    private async Task<IReadOnlyList<Symptom>> OfLambdasAsync(string definition, CancellationToken cancellationToken)
    {
        var names = Functions().Matches(definition).Select(match => match.Groups["name"].Value).Distinct()
            .Union([stack.PlanFunction, stack.ControlFunction, stack.ApproveFunction, $"{stack.Name}-RestoreAlias"]);
        var (missing, codes, unread) = (new List<string>(), new Dictionary<string, string?>(), 0);
        foreach (var name in names)
        {
            try
            {
                var found = await aws.Lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name }, cancellationToken);
                codes[name] = found.Configuration.CodeSha256;
            }
            catch (Amazon.Lambda.Model.ResourceNotFoundException)
            {
                missing.Add(name);
            }
            catch (Exception fault) when (AwsFaults.IsDenied(fault))
            {
                unread++;
            }
        }
        return [.. OfCodes(missing, codes, unread)];
    }

    private static IEnumerable<Symptom> OfCodes(List<string> missing, Dictionary<string, string?> codes, int unread)
    {
        if (missing.Count > 0)
            yield return Symptom.Bad(Lambdas, $"there is no {string.Join(", ", missing)}. Deploy this release of Canary.");
        if (unread > 0) yield return Symptom.Doubtful(Lambdas, $"{unread} of them you may not read (lambda:GetFunction).");
        if (codes.GroupBy(code => code.Value).OrderByDescending(group => group.Count()).ToList() is not [var most, .. var others])
            yield break;
        // PlanRollout is two of the codes: the version that the state machine runs, and what people ask for a plan.
        var lambdas = codes.Keys.Select(name => name.Split(':')[0]).Distinct().Count();
        yield return others.Count == 0
            ? Symptom.Good(Lambdas, $"{lambdas} are there, all of the same code.")
            : Symptom.Bad(Lambdas, $"{string.Join(", ", others.SelectMany(group => group).Select(code => code.Key))} "
                + $"{(others.Sum(group => group.Count()) == 1 ? "has" : "have")} other code than the {most.Count()} others: "
                + "an update is under way, or ended half-way. Deploy again.");
    }

    [GeneratedRegex(@":lambda:[a-z0-9-]+:[0-9]{12}:function:(?<name>[a-zA-Z0-9_-]+(:[0-9]+)?)")]
    private static partial Regex Functions();
}
