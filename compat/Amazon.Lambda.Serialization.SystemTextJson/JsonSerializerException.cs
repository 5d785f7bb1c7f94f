namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A function's input is not JSON of the expected type, or its output cannot be written as JSON.</summary>
public class JsonSerializerException : Exception
{
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
