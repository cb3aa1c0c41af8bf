using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cli.Output;

/// <summary>JSON as this program writes it: camel case, indented, and no numbers that JSON does not have.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FiniteNumbers() },
    };

    /// <summary>The value with a newline at the end.</summary>
    internal static string Of(object value) => JsonSerializer.Serialize(value, Options) + "\n";

    // JSON has no NaN and no infinity; such a number is not known, which is what null says.
    private sealed class FiniteNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
