using Amazon.Lambda.Annotations.SourceGenerator.Models;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What can only be seen with the whole project in view, and what each of its parts already knows to be wrong.</summary>
internal static class ProjectChecks
{
    public static IEnumerable<Fault> Find(IReadOnlyList<FunctionModel> functions, IReadOnlyList<StartupModel> startups, AssemblyModel assembly)
    {
        var found = functions.SelectMany(function => function.Faults)
            .Concat(startups.SelectMany(startup => startup.Faults))
            .Concat(SameNames(functions, assembly))
            .Concat(OfMain(assembly));
        if (assembly.Serializer is null) found = found.Concat(functions.Select(function => new Fault(Faults.MissingSerializer, function.Place)));
        return found.Concat(startups.Count == 0 ? OfNoStartup(functions) : OfStartups(startups, assembly));
    }

    /// <summary>Overloads would have one entry point between them; with a Main, so would methods of the same name in different classes.</summary>
    private static IEnumerable<Fault> SameNames(IReadOnlyList<FunctionModel> functions, AssemblyModel assembly) =>
        from same in functions.GroupBy(function => assembly.GenerateMain ? function.Method : function.FullGenerated)
        where same.Count() > 1
        from function in same
        select new Fault(Faults.SameName, function.Place, function.Method);

    private static IEnumerable<Fault> OfMain(AssemblyModel assembly)
    {
        if (!assembly.GenerateMain) yield break;
        if (!assembly.IsExecutable) yield return new Fault(Faults.NotExecutable, null);
        if (!assembly.HasRuntimeSupport) yield return new Fault(Faults.MissingPackage, null, "Amazon.Lambda.RuntimeSupport");
    }

    private static IEnumerable<Fault> OfNoStartup(IReadOnlyList<FunctionModel> functions) =>
        from function in functions
        where function.Faults.Count == 0 && (function.UsesServices || !function.CanBeMadeWithNew)
        select new Fault(Faults.NeedsStartup, function.Place, $"{function.Class}.{function.Method}");

    private static IEnumerable<Fault> OfStartups(IReadOnlyList<StartupModel> startups, AssemblyModel assembly)
    {
        if (!assembly.HasDependencyInjection) yield return new Fault(Faults.MissingPackage, null, AnnotationNames.DependencyInjection);
        if (startups.Count == 1) yield break;
        foreach (var startup in startups) yield return new Fault(Faults.SeveralStartups, startup.Place, startup.FullClass.Replace("global::", ""));
    }
}
