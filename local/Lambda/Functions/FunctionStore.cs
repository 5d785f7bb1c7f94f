using Canary.Local.Clocks;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>All the functions of the account, and the one lock that guards them.</summary>
/// <param name="clock">The embedded AWS's clock.</param>
/// <param name="account">Whose functions these are.</param>
/// <param name="changed">Told of each alias that was created or changed, under the lock.</param>
internal sealed class FunctionStore(Clock clock, AwsAccount account, Action<AliasConfiguration> changed)
{
    public Lock Gate { get; } = new();

    public SortedDictionary<string, FunctionRecord> Functions { get; } = new(StringComparer.Ordinal);

    public AwsAccount Account => account;

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Arn(string name, string? qualifier = null) =>
        $"arn:aws:lambda:{account.Region}:{account.Id}:function:{name}{(qualifier is null ? "" : ":" + qualifier)}";

    public void Changed(AliasConfiguration alias) => changed(alias);

    /// <summary>How long changes take of functions that have no lifecycle of their own.</summary>
    public FunctionLifecycle Lifecycle { get; set; } = FunctionLifecycle.Immediate;

    public FunctionLifecycle LifecycleOf(FunctionRecord function) => function.Lifecycle ?? Lifecycle;

    public FunctionReference Parse(string function, string? qualifier = null) =>
        FunctionReference.Parse(function, qualifier, account);

    /// <summary>
    /// For operations on a function as a whole: Lambda's documentation has no form with a version or an alias for their names.
    /// </summary>
    /// <exception cref="AwsException">The name has a qualifier, be it <c>$LATEST</c>.</exception>
    public FunctionReference ParseFunction(string function)
    {
        var reference = FunctionReference.Parse(function, null, account, isPlain: true);
        return reference.Qualifier is null ? reference : throw LambdaErrors.FunctionsOnly();
    }

    /// <summary>The function that is named. Call it under <see cref="Gate"/>.</summary>
    /// <param name="reference">Whom the caller means.</param>
    /// <param name="qualifier">What AWS's message shows behind the name, if not the reference's own qualifier.</param>
    public FunctionRecord Require(FunctionReference reference, string? qualifier = null)
    {
        if (!Functions.TryGetValue(reference.Name, out var function))
            throw LambdaErrors.FunctionNotFound(Arn(reference.Name, qualifier ?? reference.Qualifier));
        // What is due has happened, whoever looks first: there are no timers.
        foreach (var alias in function.Settle(Now)) changed(alias);
        return function;
    }

    public VersionRecord RequireVersion(FunctionRecord function, string number) =>
        function.Version(number) ?? throw LambdaErrors.FunctionNotFound(Arn(function.Name, number));

    /// <summary>Refuses changes of a function that is being made or updated.</summary>
    public void RequireSettled(FunctionRecord function)
    {
        var latest = function.Latest;
        if (latest.StateAt(Now) is "Pending") throw LambdaErrors.InState("Pending");
        if (!latest.IsSettled(Now)) throw LambdaErrors.UpdateInProgress(Arn(function.Name));
    }

    public void RequireRevision(VersionRecord version, string? revisionId)
    {
        if (revisionId is not null && revisionId != version.View("", Now).RevisionId) throw LambdaErrors.StaleRevision();
    }
}
