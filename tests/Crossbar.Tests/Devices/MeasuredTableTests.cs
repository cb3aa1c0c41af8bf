using Crossbar.Bench;
using Crossbar.Devices;

namespace Crossbar.Tests.Devices;

/// <summary>A user's table: exact at its points, monotone between them, refused outside and when damaged.</summary>
public sealed class MeasuredTableTests : IDisposable
{
    private const string Good = "0, 1e-6, 2e-6\n-1, -1.5e-6, -3e-6\n0, 0, 0\n0.5, 0.4e-6, 1e-6\n1, 1.5e-6, 3e-6\n";
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Current_AtTheTablesPoints_IsTheTable()
    {
        var device = Write(Good);
        Assert.Equal(1, device.LargestVolts);
        Assert.Equal(1e-6, device.CurrentAt(0.5, [2e-6]), 1e-18);
        Assert.Equal(0.7e-6, device.CurrentAt(0.5, [1.5e-6]), 1e-18);
        Assert.Equal(-1.5e-6, device.CurrentAt(-1, [1e-6]), 1e-18);
    }

    [Fact]
    public void Current_BetweenThePoints_RisesWithVoltageAndLevel()
    {
        var device = Write(Good);
        double last = double.NegativeInfinity;
        for (double volts = -1; volts <= 1; volts += 1e-3)
        {
            double now = device.CurrentAt(volts, [1.3e-6]);
            Assert.True(now > last);
            Assert.True(Math.Abs(device.CurrentAt(volts, [1.6e-6])) >= Math.Abs(now));
            last = now;
        }
    }

    [Fact]
    public void Subcircuit_OfTwoTables_HasTwoNames() => Assert.NotEqual(Write(Good).Subcircuit.Name, new MeasuredTable().Subcircuit.Name);

    [Fact]
    public void Voltage_BeyondTheTable_IsRefused() =>
        Assert.Contains("at most 1 V", Assert.Throws<ArgumentOutOfRangeException>(() => DeviceBench.Drive(Write(Good),
            DeviceBench.Sine(1.1, 1), 1)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n1, nan, 2e-6\n", "column 2")]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n0, 1e-6, 2e-6\n", "voltages that rise")]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n0.5, 1e-6, 2e-6\n1, 0.9e-6, 2.5e-6\n", "does not rise with the voltage")]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n1, 2e-6, 1e-6\n", "level 2 conducts less than level 1")]
    [InlineData("0, 2e-6, 1e-6\n-1, -1e-6, -2e-6\n0, 0, 0\n1, 1e-6, 2e-6\n", "rise from column to column")]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0, 1e-9, 2e-9\n1, 1e-6, 2e-6\n", "0 A at 0 V")]
    [InlineData("0, 1e-6, 2e-6\n-1, -1e-6, -2e-6\n0.5, 1e-9, 2e-9\n1, 1e-6, 2e-6\n", "no row for 0 V")]
    [InlineData("0, 1e-6\n0, 0\n1, 1e-6\n", "expected a row")]
    public void Table_ThatIsDamaged_IsRefusedWithItsPathAndReason(string text, string reason)
    {
        var error = Assert.Throws<InvalidDataException>(() => Write(text));
        Assert.StartsWith(_path, error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    /// <summary>The default table is the read model: 1e-3 is what a cubic through points 50 mV apart leaves of a cubic law.</summary>
    [Fact]
    public void DefaultTable_BetweenItsPoints_IsTheReadModel()
    {
        double g = 40e-6, v = 0.33, a1 = -2.58e-6 + 0.977 * g + 0.1166e-6 * 27, a3 = 1.18 * g + 6596 * g * g + 1.605e-3 * Math.Pow(27,
            -1.33);
        double law = a1 * v + a3 * v * v * v;
        Assert.Equal(law, new MeasuredTable().CurrentAt(v, [g]), 1e-3 * law);
    }

    private MeasuredTable Write(string text)
    {
        File.WriteAllText(_path, text);
        return new MeasuredTable { File = _path };
    }
}
