namespace Amazon.Lambda.Core;

/// <summary>Converts between a function's JSON documents and its .NET types.</summary>
public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);

    void Serialize<T>(T response, Stream responseStream);
}
