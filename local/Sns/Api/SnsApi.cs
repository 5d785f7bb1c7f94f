using Canary.Local.Sns.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Sns.Api;

/// <summary>SNS as clients see it: AWS Query, a form in and XML out.</summary>
public sealed class SnsApi(SnsService service) : IWireService
{
    private static readonly QueryProtocol Protocol = new("sns", "2010-03-31", SnsErrors.QueryCode);

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => Protocol.Speaks(request);

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            if (context.Request.Headers.Authorization.Count == 0)
                throw SnsErrors.MissingToken();
            var (name, input) = await Protocol.ReadAsync(context.Request);
            var operation = SnsOperations.Find(name) ?? throw SnsErrors.UnknownOperation(name);
            await Protocol.WriteAsync(context.Response, name, operation(service, new SnsInput(name, input)));
        }
        catch (AwsException refusal)
        {
            await Protocol.WriteErrorAsync(context.Response, refusal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiCall> ReadCallAsync(HttpRequest request)
    {
        try
        {
            var (operation, input) = await Protocol.ReadAsync(request);
            return new ApiCall("sns", operation, (input.Text("TopicArn") ?? input.Text("Name"))?.Split(':')[^1]);
        }
        catch (AwsException)
        {
            // What cannot be read is answered as such, unless every call is to fail.
            return new ApiCall("sns", "");
        }
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Protocol.WriteErrorAsync(context.Response, refusal);
    }
}
