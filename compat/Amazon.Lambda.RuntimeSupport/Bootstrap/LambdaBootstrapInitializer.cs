namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once before the first invocation. False ends the process quietly; an exception is reported as the init error.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
