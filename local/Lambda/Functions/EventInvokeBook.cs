using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>The verbs on the settings of asynchronous events, each for one version or one alias.</summary>
internal sealed partial class EventInvokeBook(FunctionStore store)
{
    private const string Pattern =
        @"$|kafka://([^.]([a-zA-Z0-9\-_.]{0,248}))"
        + @"|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)";

    /// <summary>Sets them in place of what was there.</summary>
    public EventInvokeSettings Put(string function, string? qualifier, EventInvokeConfig config) =>
        Write(function, qualifier, (_, _) => config);

    /// <summary>Changes those that <paramref name="change"/> mentions.</summary>
    public EventInvokeSettings Update(string function, string? qualifier, EventInvokeConfig change) =>
        Write(function, qualifier, (old, arn) => old is null ? throw NoSettings(arn) : new EventInvokeConfig(
            change.MaximumRetryAttempts ?? old.MaximumRetryAttempts,
            change.MaximumEventAgeInSeconds ?? old.MaximumEventAgeInSeconds,
            change.OnSuccess ?? old.OnSuccess,
            change.OnFailure ?? old.OnFailure));

    public EventInvokeSettings Get(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            return record?.EventInvokes.GetValueOrDefault(named.Qualifier!)
                ?? throw NoSettings(store.Arn(named.Name, named.Qualifier));
        }
    }

    public void Delete(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            if (record?.EventInvokes.Remove(named.Qualifier!) is not true)
                throw NoSettings(store.Arn(named.Name, named.Qualifier));
        }
    }

    public IReadOnlyList<EventInvokeSettings> List(string function)
    {
        lock (store.Gate) return [.. (Find(function, null).Record ?? throw NoFunction()).EventInvokes.Values];
    }

    /// <summary>What an invocation goes by: that of the alias or version that it names.</summary>
    public EventInvokeConfig Of(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            return record?.EventInvokes.GetValueOrDefault(named.Qualifier!)?.Config ?? new EventInvokeConfig();
        }
    }

    private EventInvokeSettings Write(
        string function, string? qualifier, Func<EventInvokeConfig?, string, EventInvokeConfig> change)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            if (record is null || (record.Version(named.Qualifier!) is null && !record.Aliases.ContainsKey(named.Qualifier!)))
                throw NoFunction();
            var arn = store.Arn(named.Name, named.Qualifier);
            var config = change(record.EventInvokes.GetValueOrDefault(named.Qualifier!)?.Config, arn);
            Check(config, record.Name);
            return record.EventInvokes[named.Qualifier!] = new EventInvokeSettings(arn, store.Now, config);
        }
    }

    private (FunctionRecord? Record, FunctionReference Named) Find(string function, string? qualifier)
    {
        var named = store.Parse(function, qualifier);
        var qualified = named with { Qualifier = named.Qualifier ?? VersionRecord.Latest };
        return (store.Functions.GetValueOrDefault(named.Name), qualified);
    }

    private void Check(EventInvokeConfig config, string function)
    {
        new MemberConstraints()
            .Range("maximumRetryAttempts", config.MaximumRetryAttempts ?? 0, 0, 2)
            .Range("maximumEventAgeInSeconds", config.MaximumEventAgeInSeconds ?? 60, 60, 21_600)
            .Pattern(IsArn(config.OnSuccess), "destinationConfig.onSuccess.destination", config.OnSuccess, Pattern)
            .Pattern(IsArn(config.OnFailure), "destinationConfig.onFailure.destination", config.OnFailure, Pattern)
            .ThrowIfAny();
        foreach (var destination in new[] { config.OnSuccess, config.OnFailure })
        {
            if (string.IsNullOrEmpty(destination)) continue;
            switch (destination.Split(':')[2])
            {
                case "sqs" or "sns":
                    break;
                case "lambda":
                    CheckFunction(destination, function);
                    break;
                case "events" when destination.EndsWith(":event-bus/default", StringComparison.Ordinal):
                    break;
                case "events" or "s3":
                    throw LambdaErrors.Unsupported(
                        $"the destination {destination}: use a queue, a topic, a function or the default event bus");
                default:
                    throw LambdaErrors.Invalid($"The provided destination config {Show(config)} is invalid.");
            }
        }
    }

    private void CheckFunction(string destination, string function)
    {
        var reference = store.Parse(destination);
        if (reference.Name == function) throw LambdaErrors.Invalid("You can't specify the function as a destination for itself.");
        if (!store.Functions.ContainsKey(reference.Name))
            throw LambdaErrors.Invalid($"The destination ARN {destination} is invalid.");
    }

    private static string Show(EventInvokeConfig config) =>
        $"DestinationConfig(onSuccess={Show("OnSuccess", config.OnSuccess)}, onFailure={Show("OnFailure", config.OnFailure)})";

    private static string Show(string type, string? destination) =>
        destination is null ? "null" : $"{type}(destination={destination})";

    private static bool IsArn(string? destination) => string.IsNullOrEmpty(destination) || Arn().IsMatch(destination);

    private static AwsException NoFunction() => LambdaErrors.NotFound("The function doesn't exist.");

    private static AwsException NoSettings(string arn) =>
        LambdaErrors.NotFound($"The function {arn} doesn't have an EventInvokeConfig");

    [GeneratedRegex(
        @"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)\z")]
    private static partial Regex Arn();
}
