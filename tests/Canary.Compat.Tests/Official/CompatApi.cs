using System.ComponentModel;
using System.Reflection;

namespace Canary.Compat.Tests.Official;

/// <summary>What the assemblies of compat/ have, in the words of official-api.txt.</summary>
internal static class CompatApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Packages =
    [
        "AWSSDK.CloudWatch",
        "AWSSDK.EventBridge",
        "AWSSDK.Lambda",
        "AWSSDK.StepFunctions",
        "Amazon.Lambda.Annotations",
        "Amazon.Lambda.Core",
        "Amazon.Lambda.RuntimeSupport",
        "Amazon.Lambda.Serialization.SystemTextJson", "Amazon.Lambda.TestUtilities",
    ];

    private static readonly HashSet<string> BasesThatMatter =
    [
        "ConstantClass", "Attribute", "AmazonServiceClient", "ClientConfig", "AmazonServiceException",
        "AmazonWebServiceRequest", "AmazonWebServiceResponse",
        "MulticastDelegate", "Exception", "JsonNamingPolicy", "JsonConverter`1",
    ];

    public static IReadOnlyList<Type> All { get; } =
        [.. Packages.SelectMany(package => Assembly.Load(package).GetExportedTypes())];

    /// <summary>
    /// A class that only carries what several have in common: nobody can make one, no editor offers it, and so nobody names it.
    /// </summary>
    public static bool IsScaffold(Type type) => type.IsAbstract && type.Name.EndsWith("Members", StringComparison.Ordinal)
        && type.GetCustomAttribute<EditorBrowsableAttribute>() is { State: EditorBrowsableState.Never };

    public static ApiType Read(Type type) => new(
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : "class",
        type.FullName!,
        Base(type),
        Levels(type).SelectMany(MembersOf).ToHashSet());

    // The members of a scaffold are those of the class itself, where the official package repeats them.
    private static IEnumerable<Type> Levels(Type type)
    {
        yield return type;
        for (var scaffold = type.BaseType; scaffold is not null && IsScaffold(scaffold); scaffold = scaffold.BaseType)
            yield return scaffold;
    }

    private static string? Base(Type type)
    {
        if (type.IsEnum || type.IsInterface) return null;
        var found = type.BaseType;
        while (found is not null && IsScaffold(found)) found = found.BaseType;
        return found is not null && (BasesThatMatter.Contains(found.Name) || All.Contains(found)) ? Name(found) : null;
    }

    private static IEnumerable<string> MembersOf(Type type) =>
        type.GetMembers(Declared).Select(member => member switch
        {
            ConstructorInfo constructor => $"ctor({Parameters(constructor)})",
            MethodInfo { IsSpecialName: false } method => $"{method.Name}({Parameters(method)}):{Name(method.ReturnType)}",
            PropertyInfo property =>
                $"{property.Name}:{Name(property.PropertyType)}{(property.SetMethod is { IsPublic: true } ? "" : " get")}",
            FieldInfo field => $"{field.Name}={Name(field.FieldType)}",
            _ => null,
        }).OfType<string>();

    private static string Parameters(MethodBase method) =>
        string.Join(",", method.GetParameters().Select(parameter => Name(parameter.ParameterType)));

    private static string Name(Type type) =>
        type.IsByRef ? $"{Name(type.GetElementType()!)}&"
        : type.IsArray ? $"{Name(type.GetElementType()!)}[]"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(",", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
