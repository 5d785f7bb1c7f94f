using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests.Rules;

/// <summary>A file names something that is declared in another folder, on this line.</summary>
internal sealed record Arrow(SourceFile From, int Line, string Named, string ToFolder);
