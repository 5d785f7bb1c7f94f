using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions;

[assembly: LambdaGlobalProperties(GenerateMain = true)]
[assembly: LambdaSerializer(typeof(RolloutSerializer))]
