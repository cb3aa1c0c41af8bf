using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cli.Output;

/// <summary>How every record of this program is written: camel case, indented, null for numbers that are not finite.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FiniteNumbers() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InheritedFirst } },
    };

    /// <summary>The record, by its own type, with a newline at the end.</summary>
    internal static string Of(object record) => JsonSerializer.Serialize(record, Options) + "\n";

    // What every record has comes first, what one kind adds after it; the serializer's own order is the other way round.
    private static void InheritedFirst(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            for (var owner = (property.AttributeProvider as MemberInfo)?.DeclaringType; owner is not null; owner = owner.BaseType)
                property.Order++;
    }

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
