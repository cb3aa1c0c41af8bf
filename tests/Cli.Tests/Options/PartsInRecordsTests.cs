using System.Text.Json;
using Crossbar.Circuits;
using Crossbar.Devices;
using Crossbar.Noise;
using Hopfield.Model;
using Hopfield.Numerics;
using Studies.Records;

namespace Cli.Tests.Options;

/// <summary>Whatever an option names can stand in a record: every part of the program, those of optional packages included.</summary>
public class PartsInRecordsTests
{
    public static TheoryData<string> Engines => Names<ICircuitEngine>();

    public static TheoryData<string> Machines => Names<IMachine>();

    public static TheoryData<string> Devices => Names<IDeviceModel>();

    public static TheoryData<string> Noises => Names<INoiseModel>();

    [Theory]
    [MemberData(nameof(Engines))]
    public void Engine_WrittenAndRead_IsTheSame(string name) => Repeats<ICircuitEngine>(name);

    [Theory]
    [MemberData(nameof(Machines))]
    public void Machine_WrittenAndRead_IsTheSame(string name) => Repeats<IMachine>(name);

    [Theory]
    [MemberData(nameof(Devices))]
    public void Device_WrittenAndRead_IsTheSame(string name) => Repeats<IDeviceModel>(name);

    [Theory]
    [MemberData(nameof(Noises))]
    public void Noise_WrittenAndRead_IsTheSame(string name) => Repeats<INoiseModel>(name);

    private static TheoryData<string> Names<T>() where T : class, ICatalogued => [.. Catalog.Of<T>().Select(part => part.Name)];

    private static void Repeats<T>(string name) where T : class, ICatalogued
    {
        string written = JsonSerializer.Serialize(Catalog.Of<T>().Single(part => part.Name == name), RecordJson.Options);
        Assert.Contains($"\"name\": \"{name}\"", written, StringComparison.Ordinal);
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(written, RecordJson.Options), RecordJson.Options));
    }
}
