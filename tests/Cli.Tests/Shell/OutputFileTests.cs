using Cli.Output;

namespace Cli.Tests.Shell;

public class OutputFileTests
{
    [Fact]
    public void Write_ToANewName_LeavesTheContentAndNothingElse()
    {
        using var folder = new ScratchFolder();
        using (var file = new OutputFile(folder["result.json"]))
        {
            Assert.False(File.Exists(folder["result.json"]));
            file.Write("new");
        }
        Assert.Equal("new", File.ReadAllText(folder["result.json"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Dispose_BeforeAnythingIsWritten_LeavesAnOldFileAsItWas()
    {
        using var folder = new ScratchFolder();
        folder.Write("result.json", "old");
        using (new OutputFile(folder["result.json"])) { }
        Assert.Equal("old", File.ReadAllText(folder["result.json"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Write_ThroughALink_KeepsTheLink()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the right to make links");
        using var folder = new ScratchFolder();
        folder.Write("real.json", "old");
        File.CreateSymbolicLink(folder["link.json"], folder["real.json"]);

        using (var file = new OutputFile(folder["link.json"])) file.Write("new");

        Assert.Equal("new", File.ReadAllText(folder["real.json"]));
        Assert.NotNull(new FileInfo(folder["link.json"]).LinkTarget);
    }

    [Fact]
    public void Open_OfWhatCannotBeWritten_IsRefusedAtOnce()
    {
        using var folder = new ScratchFolder();
        string blocked = folder.Write("file", "");

        Assert.Contains("there is no such folder", Assert.Throws<IOException>(() => new OutputFile(folder["none/result.json"])).Message);
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => new OutputFile(folder.Root)).Message);
        Assert.Contains("cannot be written", Assert.Throws<IOException>(() => OutputFile.Folder(Path.Combine(blocked, "below"))).Message);
    }

    [Fact]
    public void Write_ToADevice_LeavesItADevice()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "needs /dev/null");
        using (var file = new OutputFile("/dev/null")) file.Write("gone");
        Assert.Equal("", File.ReadAllText("/dev/null"));
    }
}
