using System.Text;
using System.Text.Json.Nodes;
using Crossbar.Devices;
using Crossbar.SpiceSharp;
using Hopfield.Numerics;
using Solvers.Heuristics;
using Studies.Noise;
using Studies.Records;
using TestSupport;

namespace Architecture.Tests.Packaging;

/// <summary>What the build has made is packed, looked at, and used by a project that knows nothing but the packages.</summary>
public sealed class PackageTests : IDisposable
{
    private static readonly Dictionary<string, string[]> s_dependencies = new()
    {
        ["Hopfield"] = ["MathNet.Numerics", "System.Numerics.Tensors"],
        ["Hopfield.Crossbar"] = ["Hopfield"],
        ["Hopfield.Crossbar.SpiceSharp"] = ["Hopfield.Crossbar", "SpiceSharp"],
        ["Hopfield.Plots"] = ["OxyPlot.Core", "PDFsharp"],
        ["Hopfield.Solvers"] = ["Hopfield"],
        ["Hopfield.Studies"] = ["Hopfield", "Hopfield.Crossbar", "Hopfield.Solvers"],
        ["Hopfield.Tool"] = [],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("hopfield-pack").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Packages_OfThisBuild_AreWholeAndServeAnotherProject()
    {
        Assert.SkipUnless(AppContext.BaseDirectory.Contains("Release", StringComparison.Ordinal), "packages are made of the Release build");
        string feed = Path.Combine(_folder, "feed");
        await Dotnet.RunAsync(SharedFolder.Repository,
            "pack", "Hopfield.sln", "-c", "Release", "--no-build", "-nologo", "-tl:off", "-o", feed);

        var packages = Directory.GetFiles(feed, "*.nupkg").Select(PackedProject.Read).ToDictionary(package => package.Id);
        bool withSpiceSharp = SpiceSharpSupport.MissingReason is null;
        var expected = s_dependencies.Keys.Where(id => withSpiceSharp || id != "Hopfield.Crossbar.SpiceSharp");
        Assert.Equal(expected.Order(), packages.Keys.Order());
        Assert.All(packages.Values, Look);
        Assert.Equal(packages.Count, Directory.GetFiles(feed, "*.snupkg").Length);

        string user = Path.Combine(_folder, "user");
        string printed = await UseAsync(user, feed, packages["Hopfield.Studies"].Metadata["version"]);
        Assert.Equal($"{LibraryPage.Printed}{Answer()}", printed.ReplaceLineEndings("\n").Trim());
        await CompareWithTheCommandLineAsync(user);
    }

    /// <summary>The record of the page's first experiment has the numbers of the command that the page names.</summary>
    private static async Task CompareWithTheCommandLineAsync(string user)
    {
        string[] command = [.. LibraryPage.Command.Split(' ').Skip(1), "--json", "cli.json", "--quiet"];
        await Dotnet.RunAsync(user,
            [Path.Combine(SharedFolder.Repository, "src", "Cli", "bin", "Release", "net10.0", "hopfield-cli.dll"), .. command]);
        var own = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(user, "record.json")))!.AsObject();
        var other = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(user, "cli.json")))!.AsObject();
        Assert.Equal(100, own["runs"]!.AsArray().Count);
        // The question alone differs: a program has none on file, but its array is.
        foreach (var record in (JsonObject[])[own, other])
            foreach (string key in (string[])["options", "problem", "array"]) record.Remove(key);
        // The program takes no SpiceSharp; the command line has it where it was built with it.
        var rows = other["crossCheck"]!["rows"]!.AsArray();
        foreach (var row in rows.Where(row => row!["engine"]!.GetValue<string>().StartsWith("spicesharp", StringComparison.Ordinal)).ToList())
            rows.Remove(row);
        Assert.Empty(RecordComparison.Differences(own, other));
    }

    private static void Look(PackedProject package)
    {
        Assert.Equal(s_dependencies[package.Id].Order(), package.Dependencies.Order());
        Assert.NotEmpty(package.Metadata["description"]);
        Assert.Equal("MIT", package.Metadata["license"]);
        Assert.Equal("README.md", package.Metadata["readme"]);
        Assert.Contains("README.md", package.Files);
        Assert.Contains(package.Files, name => name.Contains("/net10.0/", StringComparison.Ordinal) && Path.GetExtension(name) == ".xml");
        Assert.NotEmpty(package.Assemblies);
        foreach (var (name, bytes) in package.Assemblies)
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(SharedFolder.Repository)) < 0, $"{package}: {name} holds our path");
    }

    /// <summary>What the other project prints, worked out here; "edge" and 9 V²/Hz are of parts of its own.</summary>
    private static string Answer() =>
        $"{Catalog.Of<IHeuristic>().Count} {Catalog.Of<IDeviceModel>().Count}\nedge\n9.000\n{new NoiseBudgetStudy().Run().ToJson()}".Trim();

    /// <summary>Builds and runs a project that takes our packages from the folder, and theirs from where this build found them.</summary>
    private static async Task<string> UseAsync(string user, string feed, string version)
    {
        Directory.CreateDirectory(user);
        string assets = await File.ReadAllTextAsync(
            Path.Combine(SharedFolder.Repository, "src", "Studies", "obj", "project.assets.json"));
        string known = string.Join(';', JsonNode.Parse(assets)!["packageFolders"]!.AsObject().Select(folder => folder.Key));
        var files = new Dictionary<string, string>
        {
            ["Directory.Build.props"] = "<Project />",
            ["Directory.Build.targets"] = "<Project />",
            ["Directory.Packages.props"] = "<Project />",
            ["nuget.config"] =
                $"<configuration><packageSources><clear /><add key=\"packed\" value=\"{feed}\" /></packageSources></configuration>",
            ["User.csproj"] = $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <OutputType>Exe</OutputType>
                    <TargetFramework>net10.0</TargetFramework>
                    <UseAppHost>false</UseAppHost>
                    <InvariantGlobalization>true</InvariantGlobalization>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <UseSharedCompilation>false</UseSharedCompilation>
                    <NuGetAudit>false</NuGetAudit>
                    <RestorePackagesPath>packages</RestorePackagesPath>
                    <RestoreFallbackFolders>{known}</RestoreFallbackFolders>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageReference Include="Hopfield.Studies" Version="{version}" />
                  </ItemGroup>
                </Project>
                """,
            ["Program.cs"] = LibraryPage.Program + "\nOwn.Show();\n",
            [LibraryPage.Data.Name] = LibraryPage.Data.Text,
            ["Own.cs"] = """
                using Crossbar.Devices;
                using Crossbar.Noise;
                using Crossbar.Noise.Models;
                using Hopfield.Numerics;
                using Solvers.Heuristics;
                using Solvers.Problems.MaxCut;
                using Studies.Noise;
                using Studies.Problems;
                using Studies.Solving;

                public sealed record Own : IProblemSource
                {
                    public string Name => "own";
                    public string Summary => "an edge to cut";
                    public SolveJob Job(ulong seed) => SolveJob.Of(new MaxCutProblem("edge", 2, [new(0, 1, 1)]));

                    public static void Show()
                    {
                        Console.WriteLine($"{Catalog.Of<IHeuristic>().Count} {Catalog.Of<IDeviceModel>().Count}");
                        Console.WriteLine(Catalog.Find<IProblemSource>("own", "source").Job(1).Name);
                        Console.WriteLine(Catalog.Find<INoiseModel>("own", "noise").Density(default, 0).ToString("f3"));
                        Console.WriteLine(new NoiseBudgetStudy { Noise = [.. Catalog.Of<INoiseModel>().Where(noise => noise is not OwnNoise)] }
                            .Run().ToJson());
                    }
                }

                public sealed record OwnNoise() : InputNoise(3)
                {
                    public override string Name => "own";
                    public override string Summary => "an input of three volts per root hertz";
                    public override NoisePlace Place => NoisePlace.AmplifierInput;
                }
                """,
        };
        foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(user, name), text);
        await Dotnet.RunAsync(user, "build", "-nologo", "-tl:off", "-o", "built");
        return await Dotnet.RunAsync(user, Path.Combine("built", "User.dll"));
    }
}
