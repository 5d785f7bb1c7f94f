using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Canary.Compat.Tests.Lambda.Serialization;

[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<OrderJson>))]
