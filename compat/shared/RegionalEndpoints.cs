#nullable enable
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Compat;

/// <summary>The endpoint rule that Lambda, CloudWatch and Step Functions share: ServiceURL, or `https://{prefix}.{region}.{suffix of the partition}`.</summary>
internal sealed class RegionalEndpoints(string prefix) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        if (parameters["UseFIPS"] is true || parameters["UseDualStack"] is true)
        {
            throw new AmazonClientException("FIPS and dual-stack endpoints need the official AWSSDK packages: build with -p:AwsPackages=official.");
        }

        if (parameters["Endpoint"] is string url)
        {
            return new Endpoint(url);
        }

        var region = parameters["Region"] as string ?? throw new AmazonClientException("No region: set RegionEndpoint or AWS_REGION, or give a ServiceURL.");
        var partition = Fn.Partition(region) ?? throw new AmazonClientException($"Unknown region '{region}'.");
        return new Endpoint($"https://{prefix}.{region}.{Fn.GetAttr(partition, "dnsSuffix")}");
    }
}
