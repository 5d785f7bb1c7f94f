using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire;

/// <summary>One AWS service as clients see it: it recognizes its own requests and answers them in its own protocols.</summary>
public interface IWireService
{
    /// <summary>Whether this request is for this service, by its path, its X-Amz-Target or its form.</summary>
    bool Owns(HttpRequest request);

    /// <summary>Answers it, an error too: nothing is thrown for what a client did wrong.</summary>
    Task AnswerAsync(HttpContext context);

    /// <summary>
    /// What a request of its own asks for, as far as that can be told. It may read the body, which the caller rewinds.
    /// </summary>
    ValueTask<ApiCall> ReadCallAsync(HttpRequest request);

    /// <summary>Answers a request of its own with an error, in the request's protocol.</summary>
    Task RefuseAsync(HttpContext context, AwsException refusal);
}
