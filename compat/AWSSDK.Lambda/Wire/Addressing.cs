#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.Lambda.Wire;

internal static class Addressing
{
    public static IRequest Path(this IRequest request, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new AmazonLambdaException($"Request object does not have required field {name} set");
        }

        request.AddPathResource($"{{{name}}}", value);
        return request;
    }

    public static IRequest Query(this IRequest request, string name, string? value)
    {
        request.UseQueryString = true;
        if (value is not null)
        {
            request.Parameters[name] = value;
        }

        return request;
    }

    public static IRequest Header(this IRequest request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers[name] = value;
        }

        return request;
    }
}
