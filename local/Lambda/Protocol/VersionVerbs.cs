namespace Canary.Local.Lambda.Protocol;

/// <summary>The operations on versions.</summary>
internal static class VersionVerbs
{
    public static WireAnswer Publish(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports("CodeSha256", "Description", "RevisionId").Document;
        var version = lambda.PublishVersion(request.Function, body.Text("Description"), body.Text("CodeSha256"), body.Text("RevisionId"));
        return WireAnswer.Json(201, ConfigurationJson.Of(version));
    }

    public static WireAnswer List(LambdaService lambda, WireRequest request) =>
        Page.Of(request, "Versions", lambda.ListVersionsByFunction(request.Function), ConfigurationJson.Listed);
}
