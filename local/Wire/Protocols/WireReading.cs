using System.Globalization;

namespace Canary.Local.Wire.Protocols;

/// <summary>Reads a member as the type that its model gives it. Each returns null where it is absent.</summary>
internal static class WireReading
{
    public static string? Text(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        string text => text,
        FormText form => form.Text,
        var other => throw Wrong(name, other, "a string"),
    };

    public static int? Integer(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        double number when number == (int)number => (int)number,
        FormText form when int.TryParse(form.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            number,
        var other => throw Wrong(name, other, "an integer"),
    };

    public static double? Number(this WireMap map, string name) => map.Find(name) is { } value ? ToNumber(name, value) : null;

    public static bool? Flag(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        bool flag => flag,
        FormText { Text: "true" } => true,
        FormText { Text: "false" } => false,
        var other => throw Wrong(name, other, "a boolean"),
    };

    public static DateTimeOffset? Moment(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        DateTimeOffset moment => moment,
        long seconds => Epoch(name, seconds),
        double seconds => Epoch(name, seconds),
        FormText form when DateTimeOffset.TryParse(
            form.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) =>
            moment,
        var other => throw Wrong(name, other, "a timestamp"),
    };

    public static IReadOnlyList<string>? Texts(this WireMap map, string name) =>
        map.List(name)?.Select(item => item as string ?? (item as FormText)?.Text ?? throw Wrong(name, item, "a list of strings"))
            .ToList();

    public static IReadOnlyList<double>? Numbers(this WireMap map, string name) =>
        map.List(name)?.Select(item => ToNumber(name, item)).ToList();

    public static WireMap? Map(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        WireMap inner => inner,
        var other => throw Wrong(name, other, "a structure"),
    };

    public static IReadOnlyList<WireMap>? Maps(this WireMap map, string name) =>
        map.List(name)?.Select(item => item as WireMap ?? throw Wrong(name, item, "a list of structures")).ToList();

    private static IReadOnlyList<object>? List(this WireMap map, string name) => map.Find(name) switch
    {
        null => null,
        IReadOnlyList<object> list => list,
        FormText { Text: "" } => [],
        var other => throw Wrong(name, other, "a list"),
    };

    private static double ToNumber(string name, object value) => value switch
    {
        double number => number,
        long number => number,
        string or FormText when double.TryParse(
            (value as FormText)?.Text ?? (string)value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (value is FormText || !double.IsFinite(number)) => number,
        _ => throw Wrong(name, value, "a number"),
    };

    private static DateTimeOffset Epoch(string name, double seconds)
    {
        try
        {
            return DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Wrong(name, seconds, "a timestamp");
        }
    }

    private static Wire.AwsException Wrong(string name, object value, string expected) =>
        CommonErrors.Serialization($"The value {(value is FormText form ? form.Text : value)} for {name} is not {expected}.");
}
