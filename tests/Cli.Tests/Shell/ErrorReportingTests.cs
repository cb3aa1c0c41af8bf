using Cli.Output;
using Crossbar.Circuits;
using Hopfield.Numerics;

namespace Cli.Tests.Shell;

public class ErrorReportingTests
{
    [Fact]
    public void Describe_OfInputErrors_IsOneLineWithoutDotNetsAdditions()
    {
        var outOfRange = Assert.Throws<ArgumentOutOfRangeException>(() => Check.Positive(-1, "StopSeconds", "s"));

        Assert.Equal("StopSeconds must be a finite number greater than 0 s, not -1.", ErrorReporting.Describe(outOfRange));
        Assert.Equal("J must be symmetric", ErrorReporting.Describe(new ArgumentException("J must be symmetric", "values")));
        Assert.Equal("g.mc:3: bad; expected a number",
            ErrorReporting.Describe(new InvalidDataException("g.mc:3: bad;\n expected a number")));
        Assert.Equal("ngspice: no DC path (deck a.cir)",
            ErrorReporting.Describe(new CircuitException("ngspice", "no DC path", "a.cir", "log")));
        Assert.Equal("g.mc: not found", ErrorReporting.Describe(new FileNotFoundException("not found", "g.mc")));
        Assert.Equal("disk full", ErrorReporting.Describe(new AggregateException(new IOException("disk full"))));
    }

    [Fact]
    public void Describe_OfOurOwnMistakes_IsNull()
    {
        Assert.Null(ErrorReporting.Describe(new InvalidOperationException("bug")));
        Assert.Null(ErrorReporting.Describe(new NotImplementedException()));
    }
}
