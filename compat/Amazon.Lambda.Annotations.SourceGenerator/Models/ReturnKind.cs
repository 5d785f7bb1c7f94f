namespace Amazon.Lambda.Annotations.SourceGenerator.Models;

/// <summary>What the user's method gives back.</summary>
internal enum ReturnKind
{
    Nothing,
    Value,
    Task,
    TaskOfValue,
}
