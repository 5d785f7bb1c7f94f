namespace Canary.StatesLanguage.States;

/// <summary>What a Task state calls. What there is to call is for the platform to say, not for the language.</summary>
internal abstract record TaskResource
{
    /// <summary>The task ends when its token comes back, not when the service has answered.</summary>
    public abstract bool IsCallback { get; init; }

    /// <summary>What is wrong with a request that has these members.</summary>
    public abstract IEnumerable<string> Problems(IReadOnlyList<string> members);
}
