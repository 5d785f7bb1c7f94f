namespace Canary.Cli.CommandLine;

/// <summary>A command whose help has more to say than its options.</summary>
internal interface IExplained
{
    /// <summary>What stands below the options.</summary>
    IEnumerable<HelpSection> More { get; }
}
