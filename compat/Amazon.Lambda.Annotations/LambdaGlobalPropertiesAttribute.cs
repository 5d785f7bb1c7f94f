namespace Amazon.Lambda.Annotations;

/// <summary>What the source generator does for the assembly as a whole.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    /// <summary>Whether to write a <c>Main</c> that runs the function that the environment variable ANNOTATIONS_HANDLER names.</summary>
    public bool GenerateMain { get; set; }

    /// <summary>The runtime in the template. Here no template is written, so it has no effect.</summary>
    public string? Runtime { get; set; }
}
