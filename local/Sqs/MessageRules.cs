using System.Text;
using System.Text.RegularExpressions;
using Canary.Local.Sqs.Errors;
using Canary.Local.Sqs.Model;
using Canary.Local.Wire;

namespace Canary.Local.Sqs;

/// <summary>What SQS asks of a message.</summary>
internal static partial class MessageRules
{
    private const int Attributes = 10;

    /// <exception cref="AwsException">It refuses the message.</exception>
    public static void Check(string body, IReadOnlyDictionary<string, MessageAttributeValue> attributes, int limit)
    {
        if (body.Length == 0) throw SqsErrors.Missing("MessageBody");
        if (body.EnumerateRunes().Any(rune => !IsAllowed(rune))) throw SqsErrors.Contents();
        if (attributes.Count > Attributes)
            throw SqsErrors.Invalid(
                $"Number of message attributes [{attributes.Count}] exceeds the allowed maximum [{Attributes}].");
        foreach (var (name, attribute) in attributes)
        {
            if (!Name().IsMatch(name))
            {
                throw SqsErrors.Invalid(
                    $"Message (user) attribute name '{name}' is invalid: letters, digits, '_', '-' and '.', "
                    + "at most 256 of them, are allowed.");
            }
            if (!DataType().IsMatch(attribute.DataType))
            {
                throw SqsErrors.Invalid(
                    $"The type of message (user) attribute '{name}' is invalid. You must use only the "
                    + "following supported type prefixes: "
                    + "Binary, Number, String.");
            }
            var isBinary = attribute.DataType.StartsWith("Binary", StringComparison.Ordinal);
            if (isBinary ? attribute.Bytes is not { Length: > 0 } : attribute.Text is not { Length: > 0 })
                throw SqsErrors.Invalid(
                    $"Message (user) attribute '{name}' must contain a non-empty value of type "
                    + $"'{(isBinary ? "Binary" : "String")}'.");
        }
        var size = Encoding.UTF8.GetByteCount(body) + attributes.Sum(one => Encoding.UTF8.GetByteCount(one.Key) + one.Value.Size);
        if (size > limit)
            throw SqsErrors.Invalid($"One or more parameters are invalid. Reason: Message must be shorter than {limit} bytes.");
    }

    private static bool IsAllowed(Rune rune) =>
        rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or >= 0x10000;

    [GeneratedRegex(@"^(?!\.)(?!.*\.\.)[A-Za-z0-9_.-]{1,256}(?<!\.)\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(String|Number|Binary)(\..{1,248})?\z")]
    private static partial Regex DataType();
}
