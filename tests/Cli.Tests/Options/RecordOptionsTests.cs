using System.CommandLine;
using Cli.Options;
using Hopfield.Numerics;

namespace Cli.Tests.Options;

/// <summary>Properties of a record as options of a command.</summary>
public class RecordOptionsTests
{
    private static (Command Command, RecordOptions<Settings> Options) Bound()
    {
        var options = new RecordOptions<Settings>()
            .Add(s => s.ReadVolts, "V", "Read voltage.")
            .Add(s => s.PulseBudget, "N", "Pulses.", "--pulses")
            .Add(s => s.Seconds, "T", "Seconds.")
            .AddPercent(s => s.Tolerance, "Tolerance.")
            .AddChoice(s => s.Shape, "Shape.", null, [("round", Shape.Round), ("square", Shape.Square)]);
        var command = new Command("test");
        options.AddTo(command);
        return (command, options);
    }

    private static Settings Read(params string[] words)
    {
        var (command, options) = Bound();
        return options.Read(command.Parse(words));
    }

    [Fact]
    public void Read_WithoutOptions_IsTheRecordsOwnDefaults() => Assert.Equal(new Settings(), Read());

    [Fact]
    public void Read_OfEveryOption_SetsItsProperty() => Assert.Equal(
        new Settings { ReadVolts = 0.3, PulseBudget = 7, Seconds = 2, Tolerance = 0.05, Shape = Shape.Square },
        Read("--read-volts", "0.3", "--pulses", "7", "--seconds", "2", "--tolerance-percent", "5", "--shape", "square"));

    [Fact]
    public void Over_OfARecord_KeepsWhatIsNotBound()
    {
        var (command, options) = Bound();
        Assert.Equal("mine", options.Over(new Settings { Label = "mine" }, command.Parse(["--seconds", "2"])).Label);
    }

    [Theory]
    [InlineData("--read-volts must be a number from 0 to 1 V, not 5", "--read-volts", "5")]
    [InlineData("--pulses must be at least 1, not 0", "--pulses", "0")]
    [InlineData("--tolerance-percent: Tolerance must be a number from 0 to 1, not 2", "--tolerance-percent", "200")]
    public void Read_OutOfRange_NamesTheOption(string message, params string[] words) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => Read(words)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_OfAnUnknownChoice_IsRefused() => Assert.NotEmpty(Bound().Command.Parse(["--shape", "flat"]).Errors);

    internal enum Shape
    {
        Round,
        Square,
    }

    internal sealed record Settings
    {
        public double ReadVolts { get; init => field = Check.InRange(value, 0, 1, nameof(ReadVolts), "V"); } = 0.1;

        public int PulseBudget { get; init => field = Check.AtLeast(value, 1, nameof(PulseBudget)); } = 20;

        public double? Seconds { get; init; }

        public double Tolerance { get; init => field = Check.InRange(value, 0, 1, nameof(Tolerance)); } = 0.02;

        public Shape Shape { get; init; }

        public string Label { get; init; } = "";
    }
}
