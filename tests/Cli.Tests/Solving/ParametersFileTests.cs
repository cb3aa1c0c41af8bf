using Cli.Tests.Shell;
using Crossbar.Machines;
using Studies.Records;

namespace Cli.Tests.Solving;

public class ParametersFileTests
{
    private static ContinuousMachineParameters Apply(string json, ContinuousMachineParameters? defaults = null)
    {
        using var folder = new ScratchFolder();
        string path = folder.Write("p.json", json);
        return (ContinuousMachineParameters)Parameters.Over(defaults ?? new(), ParametersFile.Read(path), path);
    }

    [Fact]
    public void File_WithSomeValues_ReplacesThoseAndKeepsTheRest()
    {
        var parameters = Apply("{ \"loopGain\": 9, \"wires\": { \"wordSegmentOhms\": 2 }, \"gainPerVolt\": 30 }",
            new() { StartVolts = 0.5 });
        Assert.Equal((9, 0.5, 2, 30.0),
            (parameters.LoopGain, parameters.StartVolts, parameters.Wires.WordSegmentOhms, parameters.GainPerVolt));
        Assert.Equal(double.PositiveInfinity, parameters.SlewVoltsPerSecond);
        Assert.Equal(new ContinuousMachineParameters(), Apply("{}"));
    }

    [Theory]
    [InlineData("{ \"loopgain\": 8 }", "there is no parameter 'loopgain'; expected one of nodeFarads")]
    [InlineData("{ \"wires\": { \"ohms\": 8 } }", "wires")]
    [InlineData("{ \"loopGain\": -8 }", "LoopGain must be a finite number greater than 0, not -8")]
    [InlineData("{ \"loopGain\": \"much\" }", "the value of loopGain does not fit")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("{\n\"loopGain\": 8", "p.json:2: the JSON is damaged")]
    public void File_WithAFault_IsRefusedByName(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => Apply(json)).Message);

    [Fact]
    public void MaxCut_WithParameters_RecordsAndUsesThem()
    {
        using var folder = new ScratchFolder();
        folder.Write("p.json", "{ \"annealTimeConstants\": 0, \"loopGain\": 6, \"amplifierLagSeconds\": 1e-10 }");
        string graph = TinyInstances.WriteGraph(folder);
        Assert.Equal(0, HopfieldCall.Run("maxcut", graph, "--parameters", folder["p.json"], "--runs", "3", "--quiet", "--json",
            folder["a.json"]).ExitCode);
        Assert.Equal(0, HopfieldCall.Run("maxcut", graph, "--runs", "3", "--quiet", "--json", folder["b.json"]).ExitCode);
        var (changed, plain) = (JsonRecord.Read(folder["a.json"]), JsonRecord.Read(folder["b.json"]));
        Assert.Equal(6, changed["parameters"]!.Number("loopGain"));
        Assert.NotEqual(plain["runs"]![0]!.Number("settleSeconds"), changed["runs"]![0]!.Number("settleSeconds"));
    }

    [Theory]
    [InlineData("glauber")]
    [InlineData("synchronous")]
    [InlineData("asynchronous")]
    public void MaxCut_OnAnyDigitalDynamics_RecordsIt(string machine)
    {
        using var folder = new ScratchFolder();
        HopfieldCall.Run("maxcut", TinyInstances.WriteGraph(folder), "--machine", machine, "--runs", "3", "--json", folder["r.json"]);
        var record = JsonRecord.Read(folder["r.json"]);
        JsonRecord.AssertComplete(record);
        Assert.Equal(machine, record["engine"]!.ToString());
    }
}
