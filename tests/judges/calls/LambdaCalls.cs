using System.IO.Compression;
using Amazon.Lambda;
using Amazon.Lambda.Model;

namespace Canary.Calls;

/// <summary>A function, its versions and its aliases, from the first to what is refused.</summary>
internal static class LambdaCalls
{
    private const string Function = "called";
    private const string Alias = "live";

    public static async Task MakeAsync(IAmazonLambda lambda, Transcript transcript)
    {
        await CreateAsync(lambda, transcript);
        await PublishAsync(lambda, transcript);
        await RouteAsync(lambda, transcript);
        await RefuseAsync(lambda, transcript);
        await EndAsync(lambda, transcript);
    }

    private static async Task CreateAsync(IAmazonLambda lambda, Transcript transcript)
    {
        CreateFunctionRequest Create() => new()
        {
            FunctionName = Function,
            Runtime = "dotnet10",
            Handler = "Nothing",
            Role = "arn:aws:iam::123456789012:role/called",
            Description = "Nobody calls it.",
            Timeout = 5,
            MemorySize = 256,
            Code = new FunctionCode { ZipFile = Zip() },
            Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["RELEASE"] = "1" } },
        };
        await transcript.MakeAsync("create a function", () => lambda.CreateFunctionAsync(Create()));
        await transcript.MakeAsync("create it again", () => lambda.CreateFunctionAsync(Create()));
        await transcript.MakeAsync("get it", () => lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = Function }));
        await transcript.MakeAsync(
            "get one that is not there", () => lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = "none" }));
        await transcript.MakeAsync(
            "get its configuration",
            () => lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = Function }));
    }

    private static async Task PublishAsync(IAmazonLambda lambda, Transcript transcript)
    {
        await transcript.MakeAsync(
            "publish version 1", () => lambda.PublishVersionAsync(new() { FunctionName = Function, Description = "one" }));
        await transcript.MakeAsync(
            "publish it unchanged", () => lambda.PublishVersionAsync(new() { FunctionName = Function, Description = "two" }));
        await transcript.MakeAsync("change $LATEST", () => lambda.UpdateFunctionConfigurationAsync(new()
        {
            FunctionName = Function,
            Environment = new Amazon.Lambda.Model.Environment { Variables = new() { ["RELEASE"] = "2" } },
        }));
        await transcript.MakeAsync("publish version 2", () => lambda.PublishVersionAsync(new() { FunctionName = Function }));
        await transcript.MakeAsync(
            "publish other code", () => lambda.PublishVersionAsync(new() { FunctionName = Function, CodeSha256 = "d3Jvbmc=" }));
        await transcript.MakeAsync(
            "publish a stale revision", () => lambda.PublishVersionAsync(new() { FunctionName = Function, RevisionId = Stale }));
        await transcript.MakeAsync("publish nothing", () => lambda.PublishVersionAsync(new() { FunctionName = "none" }));
        await transcript.MakeAsync(
            "get version 1", () => lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = Function, Qualifier = "1" }));
        await transcript.MakeAsync(
            "get version 99",
            () => lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = Function, Qualifier = "99" }));
        await transcript.MakeAsync(
            "list the versions", () => lambda.ListVersionsByFunctionAsync(new() { FunctionName = Function }));
    }

    private static async Task RouteAsync(IAmazonLambda lambda, Transcript transcript)
    {
        CreateAliasRequest Create(string version) =>
            new() { FunctionName = Function, Name = Alias, FunctionVersion = version, Description = "users" };
        await transcript.MakeAsync("create an alias", () => lambda.CreateAliasAsync(Create("1")));
        await transcript.MakeAsync("create it once more", () => lambda.CreateAliasAsync(Create("2")));
        await transcript.MakeAsync("get the alias", () => lambda.GetAliasAsync(new() { FunctionName = Function, Name = Alias }));
        await transcript.MakeAsync("shift", () => lambda.UpdateAliasAsync(Route(new() { ["2"] = 0.1 })));
        await transcript.MakeAsync(
            "get the shifted alias", () => lambda.GetAliasAsync(new() { FunctionName = Function, Name = Alias }));
        await transcript.MakeAsync(
            "describe it",
            () => lambda.UpdateAliasAsync(new() { FunctionName = Function, Name = Alias, Description = "more users" }));
        await transcript.MakeAsync("promote", () => lambda.UpdateAliasAsync(Route([], "2")));
        await transcript.MakeAsync(
            "get the promoted alias", () => lambda.GetAliasAsync(new() { FunctionName = Function, Name = Alias }));
        await transcript.MakeAsync("list the aliases", () => lambda.ListAliasesAsync(new() { FunctionName = Function }));
        await transcript.MakeAsync("roll back", () => lambda.UpdateAliasAsync(Route([], "1")));
    }

    private static async Task RefuseAsync(IAmazonLambda lambda, Transcript transcript)
    {
        await transcript.MakeAsync("update with a stale revision", () =>
            lambda.UpdateAliasAsync(new() { FunctionName = Function, Name = Alias, RevisionId = Stale }));
        await transcript.MakeAsync(
            "route to two versions", () => lambda.UpdateAliasAsync(Route(new() { ["2"] = 0.1, ["1"] = 0.1 })));
        await transcript.MakeAsync("route the double weight", () => lambda.UpdateAliasAsync(Route(new() { ["2"] = 2 })));
        await transcript.MakeAsync("route to $LATEST", () => lambda.UpdateAliasAsync(Route(new() { ["$LATEST"] = 0.1 })));
        await transcript.MakeAsync(
            "route to the alias's own version", () => lambda.UpdateAliasAsync(Route(new() { ["1"] = 0.1 })));
        await transcript.MakeAsync(
            "route to a version that is not there", () => lambda.UpdateAliasAsync(Route(new() { ["99"] = 0.1 })));
        await transcript.MakeAsync("go to a version that is not there", () => lambda.UpdateAliasAsync(Route([], "99")));
        await transcript.MakeAsync("update an alias that is not there", () =>
            lambda.UpdateAliasAsync(new() { FunctionName = Function, Name = "none", FunctionVersion = "1" }));
        await transcript.MakeAsync(
            "get an alias that is not there", () => lambda.GetAliasAsync(new() { FunctionName = Function, Name = "none" }));
        await transcript.MakeAsync("create one with a number for a name", () =>
            lambda.CreateAliasAsync(new() { FunctionName = Function, Name = "7", FunctionVersion = "1" }));
    }

    private static async Task EndAsync(IAmazonLambda lambda, Transcript transcript)
    {
        await transcript.MakeAsync(
            "delete an alias that is not there", () => lambda.DeleteAliasAsync(new() { FunctionName = Function, Name = "none" }));
        await transcript.MakeAsync(
            "delete the alias", () => lambda.DeleteAliasAsync(new() { FunctionName = Function, Name = Alias }));
        await transcript.MakeAsync(
            "get the deleted alias", () => lambda.GetAliasAsync(new() { FunctionName = Function, Name = Alias }));
        await transcript.MakeAsync(
            "invoke what is not there", () => lambda.InvokeAsync(new InvokeRequest { FunctionName = "none", Payload = "{}" }));
    }

    private static string Stale => "00000000-0000-0000-0000-000000000000";

    private static UpdateAliasRequest Route(Dictionary<string, double> weights, string? version = null) => new()
    {
        FunctionName = Function,
        Name = Alias,
        FunctionVersion = version,
        RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = weights },
    };

    /// <summary>A package; the same bytes each time, and so the same CodeSha256.</summary>
    private static MemoryStream Zip()
    {
        var package = new MemoryStream();
        using (var archive = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("nothing.txt").LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }
        package.Position = 0;
        return package;
    }
}
