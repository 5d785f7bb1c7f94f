namespace Amazon.Lambda.Annotations;

/// <summary>A function's parameter that comes from the services, not from the event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public class FromServicesAttribute : Attribute;
