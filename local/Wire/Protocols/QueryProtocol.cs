using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Wire.Protocols;

/// <summary>AWS Query, which older SDKs speak, and all of them with SNS: a form in, XML out.</summary>
/// <param name="service">The service's name in a signature and in an address.</param>
/// <param name="version">The version of its API.</param>
/// <param name="queryCode">An error's code by the name of its shape.</param>
internal sealed class QueryProtocol(string service, string version, Func<string, string> queryCode) : IProtocol
{
    private static readonly XmlWriterSettings Settings =
        new() { Async = true, OmitXmlDeclaration = true, CheckCharacters = false, Encoding = new UTF8Encoding(false) };

    private readonly string _namespace = $"http://{service}.amazonaws.com/doc/{version}/";

    public bool Speaks(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.Path != "/"
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) != true)
            return false;
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.Contains("/aws4_request", StringComparison.Ordinal))
            return authorization.Contains($"/{service}/aws4_request", StringComparison.Ordinal);
        // Only a request that will be refused as unsigned is read here.
        return request.ReadFormAsync().GetAwaiter().GetResult()["Version"] == version;
    }

    public async Task<(string Operation, WireMap Input)> ReadAsync(HttpRequest request)
    {
        var input = FormDecoding.Decode(await RequestBody.ReadAsync(request));
        var operation = input.Text("Action") ?? throw new AwsException(400, "MissingAction", "The request has no Action.");
        return input.Text("Version") == version
            ? (operation, input)
            : throw new AwsException(
                400,
                "InvalidAction",
                $"Could not find operation {operation} for version {input.Text("Version") ?? "NO_VERSION_SPECIFIED"}");
    }

    public Task WriteAsync(HttpResponse response, string operation, WireMap? output) =>
        SendAsync(response, $"{operation}Response", xml =>
    {
        if (output is not null) Element(xml, $"{operation}Result", output);
        xml.WriteStartElement("ResponseMetadata");
        RequestId(xml, response);
        xml.WriteEndElement();
    });

    public Task WriteErrorAsync(HttpResponse response, AwsException refusal)
    {
        response.StatusCode = refusal.StatusCode;
        return SendAsync(response, "ErrorResponse", xml =>
        {
            Element(xml, "Error", new WireMap
            {
                { "Type", refusal.Blamed },
                { "Code", queryCode(refusal.Code) },
                { "Message", refusal.Message.Length == 0 ? null : refusal.Message },
            });
            RequestId(xml, response);
        });
    }

    private async Task SendAsync(HttpResponse response, string root, Action<XmlWriter> write)
    {
        var buffer = new MemoryStream();
        await using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement(root, _namespace);
            write(xml);
            xml.WriteEndElement();
        }
        response.ContentType = "text/xml";
        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }

    private void RequestId(XmlWriter xml, HttpResponse response) =>
        xml.WriteElementString("RequestId", _namespace, response.Headers["x-amzn-RequestId"].ToString());

    private void Element(XmlWriter xml, string name, object value)
    {
        xml.WriteStartElement(name, _namespace);
        Content(xml, value);
        xml.WriteEndElement();
    }

    private void Content(XmlWriter xml, object value)
    {
        switch (value)
        {
            case string text: xml.WriteString(XmlText.Allowed(text)); break;
            case bool flag: xml.WriteString(flag ? "true" : "false"); break;
            case DateTimeOffset moment:
                xml.WriteString(moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
                break;
            case IFormattable number: xml.WriteString(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case WireMap { IsMap: true } map:
                foreach (var (key, member) in map) Element(xml, "entry", new WireMap { { "key", key }, { "value", member } });
                break;
            case WireMap map:
                foreach (var (name, member) in map) Element(xml, name, member);
                break;
            case IEnumerable<object> list:
                foreach (var item in list) Element(xml, "member", item);
                break;
        }
    }
}
