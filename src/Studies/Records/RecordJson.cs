using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Studies.Records;

/// <summary>How records are written and read: camel case, enumerations by name, null for numbers that are not finite, unknown keys refused,
/// items of a catalogue (devices, noises, machines …) by name with their parameters.</summary>
public static class RecordJson
{
    /// <summary>The options of the serializer, which also read what a record holds.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new FiniteNumbers(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new CataloguedConverters() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { InheritedFirst } },
    };

    /// <summary>The value by its own type, with a newline at the end.</summary>
    public static string Of(object value) => JsonSerializer.Serialize(value, value.GetType(), Options) + "\n";

    // What every record has comes first, what one kind adds after it; the serializer's own order is the other way round.
    private static void InheritedFirst(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired &= property.Set is not null; // what is ignored travels with the answer and is not in its JSON
            for (var owner = (property.AttributeProvider as MemberInfo)?.DeclaringType; owner is not null; owner = owner.BaseType)
                if (property.Order is >= 0 and < 100) property.Order++;
        }
    }

    // JSON has no NaN and no infinity; such a number is not known, which is what null says.
    private sealed class FiniteNumbers : JsonConverter<double>
    {
        public override bool HandleNull => true;

        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
