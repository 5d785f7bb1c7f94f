using System.Net;
using Amazon.Runtime;
using Canary.Rollouts;

namespace Canary.Functions.Aws;

/// <summary>One call of AWS's, with the fault that every service has in common told in the domain's word.</summary>
internal static class AwsCall
{
    /// <exception cref="AccessDenied">AWS answered 403: the role may not make this call.</exception>
    public static async Task<T> MakeAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException fault) when (fault.StatusCode == HttpStatusCode.Forbidden)
        {
            throw new AccessDenied(fault.Message);
        }
    }
}
