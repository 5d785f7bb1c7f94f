using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>A diagnostic that is still to be reported.</summary>
/// <param name="Descriptor">What is wrong.</param>
/// <param name="Place">Where; null for the assembly as a whole.</param>
/// <param name="Subject">What the message speaks of.</param>
/// <param name="Detail">What else it says.</param>
internal sealed record Fault(DiagnosticDescriptor Descriptor, Place? Place, string Subject = "", string Detail = "")
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place?.ToLocation(), Subject, Detail);
}
