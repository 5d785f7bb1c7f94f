namespace Canary.Local.Lambda.Api;

/// <summary>The operations on versions.</summary>
internal static class VersionOperations
{
    public static RestAnswer PublishVersion(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("CodeSha256", "Description", "RevisionId").Document;
        var version = lambda.PublishVersion(
            request.Function, body.Text("Description"), body.Text("CodeSha256"), body.Text("RevisionId"));
        return RestAnswer.Json(201, LambdaDocument.Of(version));
    }

    public static RestAnswer ListVersionsByFunction(LambdaService lambda, RestRequest request) =>
        MarkerPage.Of(request, "Versions", lambda.ListVersionsByFunction(request.Function), LambdaDocument.Listed);
}
