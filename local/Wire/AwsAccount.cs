namespace Canary.Local.Wire;

/// <summary>The account and Region that the embedded AWS pretends to be.</summary>
/// <param name="Id">Twelve digits.</param>
/// <param name="Region">A Region's name.</param>
public sealed record AwsAccount(string Id = "123456789012", string Region = "us-east-1");
