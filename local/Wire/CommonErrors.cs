namespace Canary.Local.Wire;

/// <summary>The errors that AWS's services share, in the words that they share.</summary>
internal static class CommonErrors
{
    /// <summary>A value that a service's model forbids.</summary>
    public static AwsException Validation(string message) => new(400, "ValidationException", message);

    /// <summary>A request that cannot be read.</summary>
    public static AwsException Serialization(string message) => new(400, "SerializationException", message);

    /// <summary>What AWS has and Canary.Local has not.</summary>
    public static AwsException NotSupported(string what) => Validation($"Canary.Local does not support {what}.");

    /// <summary>One value that a service's model forbids.</summary>
    /// <param name="value">What the client sent; null for nothing.</param>
    /// <param name="member">Where.</param>
    /// <param name="rule">What it must be.</param>
    public static AwsException Value(string? value, string member, string rule)
    {
        var shown = value is null ? "null" : $"'{value}'";
        return Validation($"1 validation error detected: Value {shown} at '{member}' failed to satisfy constraint: {rule}");
    }

    /// <summary>Checks a length as the model gives it.</summary>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static void CheckLength(string value, string member, int min, int max)
    {
        if (value.Length < min) throw Value(value, member, $"Member must have length greater than or equal to {min}");
        if (value.Length > max) throw Value(value, member, $"Member must have length less than or equal to {max}");
    }
}
