using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire;

/// <summary>One AWS service as clients see it: it recognizes its own requests and answers them in its own protocols.</summary>
public interface IWireService
{
    /// <summary>Whether this request is for this service, by its path, its X-Amz-Target or its form.</summary>
    bool Owns(HttpRequest request);

    /// <summary>Answers it, an error too: nothing is thrown for what a client did wrong.</summary>
    Task AnswerAsync(HttpContext context);
}
