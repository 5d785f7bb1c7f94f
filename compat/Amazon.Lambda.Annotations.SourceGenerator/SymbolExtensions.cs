using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat WithNullability =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The name to write into code, with <c>global::</c> and <c>?</c>.</summary>
    public static string Written(this ITypeSymbol type) => type.ToDisplayString(WithNullability);

    public static bool Is(this ISymbol? symbol, string fullName) => symbol?.ToDisplayString() == fullName;

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string fullName) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(fullName));

    /// <summary>The type that a [LambdaSerializer] among these names, as it is written into code.</summary>
    public static string? Serializer(this IEnumerable<AttributeData> attributes) =>
        attributes.Find(AnnotationNames.LambdaSerializer)?.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type ? type.Written() : null;

    /// <summary>Whether code in the same assembly, outside the class, can use it.</summary>
    public static bool IsReachable(this ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    /// <summary>Whether it, what it is nested in and its type arguments are all public, so that a public method can take it.</summary>
    public static bool IsVisible(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsVisible(),
        INamedTypeSymbol { SpecialType: SpecialType.System_Void } => true,
        INamedTypeSymbol named => named.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable
            && (named.ContainingType is null || named.ContainingType.IsVisible())
            && named.TypeArguments.All(IsVisible),
        _ => true,
    };
}
