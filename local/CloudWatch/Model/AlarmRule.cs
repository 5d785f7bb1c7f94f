namespace Canary.Local.CloudWatch.Model;

/// <summary>A composite alarm's rule. Its text parses back to an equal rule.</summary>
public abstract record AlarmRule
{
    private AlarmRule()
    {
    }

    /// <summary>Whether the rule holds, given each child's state. NOT binds tighter than AND, AND tighter than OR.</summary>
    public bool Holds(Func<string, AlarmStateValue?> stateOf) => this switch
    {
        Constant constant => constant.Value,
        Child child => stateOf(child.Alarm) == child.State,
        Not not => !not.Rule.Holds(stateOf),
        Both both => both.Left.Holds(stateOf) && both.Right.Holds(stateOf),
        Either either => either.Left.Holds(stateOf) || either.Right.Holds(stateOf),
        _ => false,
    };

    /// <summary>The names or ARNs of the alarms that it looks at, each once, in order.</summary>
    public IEnumerable<string> Children() => Mentioned().Distinct();

    private IEnumerable<string> Mentioned() => this switch
    {
        Child child => [child.Alarm],
        Not not => not.Rule.Mentioned(),
        Both both => both.Left.Mentioned().Concat(both.Right.Mentioned()),
        Either either => either.Left.Mentioned().Concat(either.Right.Mentioned()),
        _ => [],
    };

    /// <summary>TRUE or FALSE.</summary>
    public sealed record Constant(bool Value) : AlarmRule
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "TRUE" : "FALSE";
    }

    /// <summary>An alarm, by name or ARN, in a state.</summary>
    public sealed record Child(AlarmStateValue State, string Alarm) : AlarmRule
    {
        /// <inheritdoc/>
        public override string ToString() => $"{State.Text()}(\"{Escaped}\")";

        private string Escaped =>
            Alarm.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
    }

    /// <summary>NOT.</summary>
    public sealed record Not(AlarmRule Rule) : AlarmRule
    {
        /// <inheritdoc/>
        public override string ToString() => $"NOT {(Rule is Both or Either ? $"({Rule})" : Rule)}";
    }

    /// <summary>AND.</summary>
    public sealed record Both(AlarmRule Left, AlarmRule Right) : AlarmRule
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"{(Left is Either ? $"({Left})" : Left)} AND {(Right is Either or Both ? $"({Right})" : Right)}";
    }

    /// <summary>OR.</summary>
    public sealed record Either(AlarmRule Left, AlarmRule Right) : AlarmRule
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Left} OR {(Right is Either ? $"({Right})" : Right)}";
    }
}
