namespace Canary.Ports;

/// <summary>CloudWatch's three states of an alarm.</summary>
public enum AlarmState
{
    /// <summary>Within its threshold.</summary>
    Ok,

    /// <summary>Its threshold is breached.</summary>
    Alarm,

    /// <summary>There is not enough data to tell: with little traffic the usual state, and no breach.</summary>
    InsufficientData,
}
