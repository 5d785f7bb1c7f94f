namespace Amazon.Lambda.Annotations;

/// <summary>Marks the one class whose <c>ConfigureServices(IServiceCollection)</c> says what the functions can be given.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class LambdaStartupAttribute : Attribute;
