using System.Text.Json;

namespace Studies.Records;

/// <summary>What is wrong with given parameters, in our words; whoever knows the file puts its path in front. It passes through the
/// serializer, which adds the place.</summary>
internal sealed class ParameterException(string message, Exception? inner = null) : JsonException(message, inner);
