namespace Amazon.Lambda.Annotations;

/// <summary>
/// Makes a method a Lambda function: the source generator writes its entry point <c>{Class}_{Method}_Generated</c>.
/// The properties go into the template that the official generator keeps in step. Here no template is written, so they have no effect.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    /// <summary>The name of the function's resource in the template.</summary>
    public string? ResourceName { get; set; }

    /// <summary>In seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>In MB.</summary>
    public uint MemorySize { get; set; }

    public string? Role { get; set; }

    /// <summary>Names of policies, separated by commas.</summary>
    public string? Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
