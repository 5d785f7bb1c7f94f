using System.Text.Json.Nodes;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on functions and their configuration.</summary>
internal static class FunctionOperations
{
    /// <summary>What CreateFunction and UpdateFunctionConfiguration have in common.</summary>
    private static readonly string[] Configurable =
    [
        "Runtime", "Role", "Handler", "Description", "Timeout", "MemorySize", "DeadLetterConfig", "Environment", "SnapStart",
        "VpcConfig",
    ];

    public static RestAnswer CreateFunction(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports([.. Configurable, "FunctionName", "Code", "Publish", "Architectures"]).Document;
        new MemberConstraints()
            .Required("functionName", body["FunctionName"])
            .Required("role", body["Role"])
            .Required("code", body["Code"])
            .ThrowIfAny();
        if (body["Runtime"] is null || body["Handler"] is null)
            throw LambdaErrors.Invalid(
                "Runtime and Handler are mandatory parameters for functions created with deployment packages.");
        var name = lambda.NameOf(body.Text("FunctionName")!);
        var blank = new FunctionDefinition(name, body.Text("Runtime")!, body.Text("Handler")!, "") { Role = body.Text("Role")! };
        var code = body.Structure("Code")!;
        foreach (var (member, _) in code)
        {
            if (member != "ZipFile")
                throw LambdaErrors.Unsupported($"{member} of CreateFunction's Code: send the code as ZipFile");
        }
        return RestAnswer.Json(
            201, LambdaDocument.Of(lambda.CreateFunction(Change(blank, body), Zip(code), body.Flag("Publish"))));
    }

    public static RestAnswer UpdateFunctionCode(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("ZipFile", "Publish", "RevisionId", "Architectures").Document;
        var updated = lambda.UpdateFunctionCode(
            request.Function, Zip(body), body.Text("RevisionId"), body.Flag("Publish"), Architecture(body));
        return RestAnswer.Json(200, LambdaDocument.Of(updated));
    }

    public static RestAnswer UpdateFunctionConfiguration(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports([.. Configurable, "RevisionId"]).Document;
        var updated = lambda.UpdateFunctionConfiguration(
            request.Function, definition => Change(definition, body), body.Text("RevisionId"));
        return RestAnswer.Json(200, LambdaDocument.Of(updated));
    }

    public static RestAnswer GetFunctionConfiguration(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(
            200, LambdaDocument.Of(lambda.GetFunctionConfiguration(request.Function, request.Query("Qualifier"), request.Stale)));

    public static RestAnswer GetFunction(LambdaService lambda, RestRequest request)
    {
        var configuration = lambda.GetFunctionConfiguration(request.Function, request.Query("Qualifier"), request.Stale);
        var body = new JsonObject
        {
            ["Configuration"] = LambdaDocument.Of(configuration),
            ["Code"] = new JsonObject
            {
                ["RepositoryType"] = "S3",
                ["Location"] = new Uri(configuration.Definition.CodeDirectory).AbsoluteUri,
            },
        };
        if (ConcurrencyOperations.Document(lambda, configuration.Definition.Name) is { Count: > 0 } reserved)
            body["Concurrency"] = reserved;
        return RestAnswer.Json(200, body);
    }

    public static RestAnswer ListFunctions(LambdaService lambda, RestRequest request)
    {
        var versions = request.RefuseQuery("MasterRegion").Query("FunctionVersion");
        new MemberConstraints()
            .That(versions is null or "ALL", "functionVersion", versions, "Member must satisfy enum value set: [ALL]")
            .ThrowIfAny();
        return MarkerPage.Of(
            request, "Functions", lambda.ListFunctions(allVersions: versions is not null), LambdaDocument.Listed);
    }

    public static RestAnswer DeleteFunction(LambdaService lambda, RestRequest request)
    {
        lambda.DeleteFunction(request.Function, request.Query("Qualifier"));
        return new RestAnswer(204);
    }

    private static byte[] Zip(JsonObject code) =>
        code.Blob("ZipFile") ?? throw LambdaErrors.Invalid("Please provide a source for function code.");

    /// <summary>Takes over what the request mentions.</summary>
    private static FunctionDefinition Change(FunctionDefinition definition, JsonObject body) => definition with
    {
        Runtime = body.Text("Runtime") ?? definition.Runtime,
        Role = body.Text("Role") ?? definition.Role,
        Handler = body.Text("Handler") ?? definition.Handler,
        Description = body.Text("Description") ?? definition.Description,
        TimeoutSeconds = body.Integer("Timeout") ?? definition.TimeoutSeconds,
        MemoryMb = body.Integer("MemorySize") ?? definition.MemoryMb,
        DeadLetterTarget = body.Structure("DeadLetterConfig") is { } letters
            ? NullIfEmpty(letters.Text("TargetArn"))
            : definition.DeadLetterTarget,
        Environment = body.Structure("Environment") is { } environment
            ? environment.Structure("Variables")?.TextMap() ?? []
            : definition.Environment,
        SnapStart = body.Structure("SnapStart") is { } snapStart ? IsOn(snapStart.Text("ApplyOn")) : definition.SnapStart,
        Vpc = body.Structure("VpcConfig") is { } network ? Vpc(network) : definition.Vpc,
        Architecture = Architecture(body) ?? definition.Architecture,
    };

    /// <summary>A function has one: two of them fail as one that is none.</summary>
    private static string? Architecture(JsonObject body) =>
        body.Texts("Architectures") is { } processors ? string.Join(", ", processors) : null;

    private static bool IsOn(string? applyOn)
    {
        const string Values = "Member must satisfy enum value set: [PublishedVersions, None]";
        new MemberConstraints()
            .That(applyOn is null or "PublishedVersions" or "None", "snapStart.applyOn", applyOn, Values)
            .ThrowIfAny();
        return applyOn == "PublishedVersions";
    }

    /// <summary>Empty lists take a function out of its network.</summary>
    private static VpcConfig? Vpc(JsonObject network)
    {
        foreach (var (member, value) in network)
        {
            if (member is not ("SubnetIds" or "SecurityGroupIds") && value is not null)
                throw LambdaErrors.Unsupported($"VpcConfig.{member}");
        }
        var vpc = new VpcConfig(network.Texts("SubnetIds") ?? [], network.Texts("SecurityGroupIds") ?? []);
        return vpc.SubnetIds.Count + vpc.SecurityGroupIds.Count == 0 ? null : vpc;
    }

    private static string? NullIfEmpty(string? text) => text is "" ? null : text;
}
