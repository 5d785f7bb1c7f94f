using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Model;

/// <summary>What alarms of both kinds are configured with.</summary>
public abstract record AlarmConfiguration
{
    /// <summary>1 to 255 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At most 1,024 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Whether actions run at all.</summary>
    public bool ActionsEnabled { get; init; } = true;

    /// <summary>ARNs, at most 5.</summary>
    public IReadOnlyList<string> OkActions { get; init; } = [];

    /// <summary>ARNs, at most 5.</summary>
    public IReadOnlyList<string> AlarmActions { get; init; } = [];

    /// <summary>ARNs, at most 5.</summary>
    public IReadOnlyList<string> InsufficientDataActions { get; init; } = [];

    internal MemberConstraints Checked() => new MemberConstraints()
        .Required("alarmName", Name)
        .Length("alarmName", Name, 1, 255)
        .Length("alarmDescription", Description, 0, 1024)
        .Count("oKActions", OkActions, 5)
        .Count("alarmActions", AlarmActions, 5)
        .Count("insufficientDataActions", InsufficientDataActions, 5);

    /// <summary>What the model's ranges do not say.</summary>
    internal void CheckNameAndActions()
    {
        if (Name.Any(char.IsControl))
            throw CloudWatchErrors.Validation($"Alarm name {Name} must not contain ASCII control characters");
        if (OkActions.Concat(AlarmActions).Concat(InsufficientDataActions)
            .FirstOrDefault(action => !action.StartsWith("arn:", StringComparison.Ordinal)) is { } action)
            throw CloudWatchErrors.Validation($"Invalid arn syntax: {action}");
    }
}
