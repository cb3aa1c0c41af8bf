using System.ComponentModel;
using System.Text.RegularExpressions;
using Crossbar.Circuits;

namespace Crossbar.Engines.Ngspice;

/// <summary>The installed ngspice: where it is and which version.</summary>
internal static partial class NgspiceProgram
{
    /// <summary>Environment variable with the path of the program, when it is not the one on PATH.</summary>
    public const string Variable = "HOPFIELD_NGSPICE";

    /// <summary>The program to run: the variable's, else the first ngspice on PATH; null when there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen) return chosen;
        string[] names = OperatingSystem.IsWindows() ? ["ngspice_con.exe", "ngspice.exe"] : ["ngspice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Asks the program for its version, and says what to do when there is none.</summary>
    public static EngineAvailability Probe(string? executable)
    {
        if (executable is null)
            return new(false, "-", $"install ngspice ({HowToInstall()}) or set {Variable} to its path");
        try
        {
            var run = NgspiceProcess.Run(executable, ["--version"], Path.GetTempPath(), TimeSpan.FromSeconds(20), CancellationToken.None);
            var version = Version().Match(run.Log);
            return version.Success
                ? new(true, version.Groups[1].Value, "")
                : new(false, "-", $"'{executable} --version' does not answer like ngspice; set {Variable} to the path of ngspice");
        }
        catch (Win32Exception error)
        {
            return new(false, "-",
                $"'{executable}' cannot be started ({error.Message}); install ngspice ({HowToInstall()}) or set {Variable} to its path");
        }
    }

    private static string HowToInstall() =>
        OperatingSystem.IsWindows() ? "winget or ngspice.sourceforge.io" : OperatingSystem.IsMacOS() ? "brew install ngspice"
            : "apt install ngspice, dnf install ngspice, pacman -S ngspice";

    [GeneratedRegex(@"ngspice[- ]v?(\d[\w.+-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
