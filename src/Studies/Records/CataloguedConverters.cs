using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hopfield.Numerics;

namespace Studies.Records;

/// <summary>An item of a catalogue behind its seam as JSON: its name, then the parameters that can be set. Reading finds the item by name,
/// wherever it was added, and puts the given parameters over its defaults. Beside a parameter <c>file</c> stands the fingerprint of that
/// file.</summary>
internal sealed class CataloguedConverters : JsonConverterFactory
{
    private const string File = "file", Fingerprint = "fileSha256";

    public override bool CanConvert(Type typeToConvert) =>
        typeof(ICatalogued).IsAssignableFrom(typeToConvert) && (typeToConvert.IsInterface || typeToConvert.IsAbstract);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<T> : JsonConverter<T>, ISeamConverter where T : ICatalogued
    {
        public IEnumerable<ICatalogued> Items() => Catalog.Of<T>().Cast<ICatalogued>();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var given = JsonNode.Parse(ref reader) as JsonObject;
            string name = TextOf(given?["name"]) ?? throw new ParameterException("not a part; expected an object with a name");
            given!.Remove("name");
            if (given.Remove(Fingerprint, out var hash))
            {
                string path = TextOf(given[File]) ?? throw new ParameterException("a fingerprint of nothing; expected a file with it");
                new DataFile(path, $"{hash}").Checked();
            }
            var item = Catalog.Of<T>().FirstOrDefault(known => known.Name == name) ?? throw new ParameterException(
                $"there is no '{name}'; expected one of {string.Join(", ", Catalog.Of<T>().Select(known => known.Name))}");
            return (T)Parameters.With(item, given);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var node = new JsonObject { ["name"] = value.Name };
            foreach (var (key, parameter) in Parameters.Of(value)) node[key] = parameter?.DeepClone();
            // Of a file that is gone by now the record names the path alone.
            if (TextOf(node[File]) is { } path && System.IO.File.Exists(path)) node[Fingerprint] = DataFile.Of(path).Sha256;
            node.WriteTo(writer, options);
        }

        private static string? TextOf(JsonNode? node) =>
            node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
    }
}

/// <summary>The converter of a seam knows what can stand there.</summary>
internal interface ISeamConverter
{
    /// <summary>All parts of the seam.</summary>
    IEnumerable<ICatalogued> Items();
}
