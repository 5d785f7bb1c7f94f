using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Local.Events.Errors;
using Canary.Local.Events.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events;

/// <summary>What EventBridge's model says about rules and targets.</summary>
internal static partial class RuleRules
{
    /// <summary>Targets that one rule may have.</summary>
    public const int Targets = 5;

    /// <summary>Checks a rule's name or a target's id.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void CheckName(string name, string member)
    {
        CommonErrors.CheckLength(name, member, 1, 64);
        if (!Name().IsMatch(name))
            throw CommonErrors.Value(name, member, @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+");
    }

    /// <summary>Checks a target.</summary>
    /// <param name="target">Which.</param>
    /// <param name="number">Its place in the request, from 1.</param>
    /// <exception cref="AwsException">
    /// ValidationException: AWS refuses it, or it is neither a function, nor a queue, nor a topic.
    /// </exception>
    public static void Check(RuleTarget target, int number)
    {
        CheckName(target.Id, $"targets.{number}.member.id");
        CommonErrors.CheckLength(target.Arn, $"targets.{number}.member.arn", 1, 1600);
        if (target.Input is { } input)
        {
            CommonErrors.CheckLength(input, $"targets.{number}.member.input", 0, 8192);
            if (!JsonText.IsJson(input)) throw EventsErrors.Validation($"JSON syntax error in input for target {target.Id}");
        }
        if (target.Transformer is { } transformer) TransformerRules.Check(transformer, target, number);
        if (!Arn().IsMatch(target.Arn))
            throw EventsErrors.Validation($"Parameter {target.Arn} is not valid. Reason: Provided Arn is not in correct format.");
        if (!Lambda().IsMatch(target.Arn) && !Message().IsMatch(target.Arn))
            throw EventsErrors.NotSupported($"the target {target.Arn}: use a Lambda function, an SQS queue or an SNS topic");
        if (target.Arn.EndsWith(".fifo", StringComparison.Ordinal))
            throw EventsErrors.NotSupported($"the target {target.Arn}: FIFO is not there");
        if (target.DeadLetterArn is { } letters
            && (!Message().IsMatch(letters) || !letters.StartsWith("arn:aws:sqs:", StringComparison.Ordinal)))
            throw EventsErrors.Validation($"Parameter {letters} is not valid. Reason: Provided Arn is not in correct format.");
        CheckRange(target.MaximumRetryAttempts, $"targets.{number}.member.retryPolicy.maximumRetryAttempts", 0, 185);
        CheckRange(target.MaximumEventAgeInSeconds, $"targets.{number}.member.retryPolicy.maximumEventAgeInSeconds", 60, 86_400);
    }

    private static void CheckRange(int? value, string member, int least, int most)
    {
        if (value is not { } number || (number >= least && number <= most)) return;
        var bound = number < least ? $"greater than or equal to {least}" : $"less than or equal to {most}";
        throw CommonErrors.Value(number.ToString(CultureInfo.InvariantCulture), member, $"Member must have value {bound}");
    }

    [GeneratedRegex(@"\A[\.\-_A-Za-z0-9]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\Aarn:[^:]+:[^:]+:[^:]*:[^:]*:.+\z")]
    private static partial Regex Arn();

    [GeneratedRegex(@"\Aarn:aws:lambda:[^:]+:[0-9]{12}:function:[^:]+(:[^:]+)?\z")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"\Aarn:aws:(sqs|sns):[^:]+:[0-9]{12}:[^:]+\z")]
    private static partial Regex Message();
}
