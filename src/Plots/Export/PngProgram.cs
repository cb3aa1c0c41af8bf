using System.Diagnostics;

namespace Plots.Export;

/// <summary>A program of the machine that turns a figure into pixels. PNG alone needs one: what draws pixels from .NET brings 11 MB of
/// native code or a licence that not every user can take (docs/decisions/0005-figures.md).</summary>
public sealed class PngProgram
{
    private const int PixelsPerInch = 192;

    // Order of preference: a PDF carries its letters, so that its pixels do not depend on the fonts of the machine.
    private static readonly PngProgram[] Known =
    [
        new("pdftoppm", ".pdf", (input, output) =>
            ["-png", "-singlefile", "-r", $"{PixelsPerInch}", input, Path.ChangeExtension(output, null)]),
        new("rsvg-convert", ".svg", (input, output) => ["--zoom", "2", "--output", output, input]),
        new("inkscape", ".svg", (input, output) =>
            [input, "--export-type=png", $"--export-dpi={PixelsPerInch}", $"--export-filename={output}"]),
    ];

    private readonly string _inputExtension;
    private readonly Func<string, string, string[]> _arguments;

    private PngProgram(string name, string inputExtension, Func<string, string, string[]> arguments) =>
        (Name, _inputExtension, _arguments) = (name, inputExtension, arguments);

    /// <summary>Its name on the path.</summary>
    public string Name { get; }

    /// <summary>The first known program on the path.</summary>
    /// <exception cref="NotSupportedException">There is none.</exception>
    public static PngProgram Find() => Known.FirstOrDefault(program => program.IsHere())
        ?? throw new NotSupportedException($"PNG figures are made by {string.Join(", ", Known.Select(program => program.Name))}, of "
            + "which none is on the path; SVG and PDF figures need no program");

    /// <summary>Writes the figure as PNG.</summary>
    /// <exception cref="IOException">The program did not make the file.</exception>
    internal void Convert(Figure figure, string path)
    {
        string folder = Directory.CreateTempSubdirectory("figure").FullName;
        try
        {
            string input = Path.Combine(folder, "figure" + _inputExtension), output = Path.Combine(folder, "figure.png");
            figure.Save(input);
            Run(_arguments(input, output), path);
            if (!File.Exists(output)) throw new IOException($"{path}: {Name} made no PNG");
            File.Move(output, path, overwrite: true);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Run(string[] arguments, string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        }) ?? throw new IOException($"{path}: {Name} does not start");
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new IOException($"{path}: {Name} failed with exit code {process.ExitCode}: {said.Result.Trim()}");
    }

    private bool IsHere() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0)
        .Any(folder => File.Exists(Path.Combine(folder, Name)) || File.Exists(Path.Combine(folder, Name + ".exe")));
}
