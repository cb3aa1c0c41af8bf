using System.Reflection;

namespace Architecture.Tests;

/// <summary>The arrows between the projects; a reference the other way round fails here.</summary>
public class ProjectTests
{
    private static readonly string[] s_ours = ["Hopfield", "Crossbar", "Crossbar.SpiceSharp", "Solvers", "Studies", "Reproduction", "Plots", "hopfield-cli"];

    [Theory]
    [InlineData("Hopfield")]
    [InlineData("Crossbar", "Hopfield")]
    [InlineData("Crossbar.SpiceSharp", "Crossbar", "Hopfield")]
    [InlineData("Solvers", "Hopfield")]
    [InlineData("Studies", "Solvers", "Crossbar", "Hopfield")]
    [InlineData("Reproduction", "Studies", "Solvers", "Crossbar", "Hopfield")]
    [InlineData("Plots")]
    public void Project_References_OnlyWhatItMaySee(string project, params string[] allowed)
    {
        var seen = Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name!).Where(s_ours.Contains);
        Assert.Empty(seen.Except(allowed));
    }

    [Fact]
    public void Libraries_OutsideTheCommandLine_DoNotTouchTheConsole()
    {
        foreach (string project in s_ours.Where(name => name != "hopfield-cli"))
            Assert.DoesNotContain("System.Console", Assembly.Load(project).GetReferencedAssemblies().Select(name => name.Name));
    }
}
