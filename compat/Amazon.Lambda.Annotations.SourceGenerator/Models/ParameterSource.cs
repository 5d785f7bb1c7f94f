namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>Where the value of a parameter comes from.</summary>
internal enum ParameterSource
{
    Event,

    /// <summary>The event as it came, unread.</summary>
    EventStream,
    Context,
    Services,
}
