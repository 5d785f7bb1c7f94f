namespace Amazon.Lambda.Annotations;

/// <summary>What the attributes for HTTP parameters have in common; those are not in the subset.</summary>
public interface INamedAttribute
{
    string? Name { get; set; }
}
