using Microsoft.AspNetCore.Builder;

namespace Canary.EndToEnd.Tests.Stage;

/// <summary>The middleware of docs/errors.md, as it stands there.</summary>
internal static class FrameworkRecipe
{
    public static void Use(IApplicationBuilder app)
    {
        app.Use(async (context, next) =>
        {
            var failed = true;
            try
            {
                await next(context);
                failed = context.Response.StatusCode >= 500;
            }
            finally
            {
                Console.WriteLine(LineOf(failed));
            }
        });

        static string LineOf(bool failed)
        {
            var function = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");
            var version = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_VERSION");
            return $$"""{"_aws":{"Timestamp":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[{"""
                + """ "Namespace":"Canary","Dimensions":[["FunctionName","FunctionVersion"]],"""
                + """ "Metrics":[{"Name":"Http5xx","Unit":"Count"}]}]},"""
                + $$""" "FunctionName":"{{function}}","FunctionVersion":"{{version}}","Http5xx":{{(failed ? 1 : 0)}}}""";
        }
    }
}
