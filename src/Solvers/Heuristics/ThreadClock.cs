using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Solvers.Heuristics;

/// <summary>Processor time that the calling thread has used, s: what a run costs, whatever else the machine does. Where the system does not
/// tell (Windows), the time of day goes instead, and <see cref="IsCpuTime"/> says so.</summary>
internal static class ThreadClock
{
    private static readonly int s_clock = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : -1;

    /// <summary>True where <see cref="Seconds"/> is processor time, false where it is elapsed time.</summary>
    public static bool IsCpuTime { get; } = s_clock >= 0 && GetTime(s_clock, out _) == 0;

    /// <summary>Seconds since an arbitrary moment; only differences on one thread mean something.</summary>
    public static double Seconds()
    {
        if (!IsCpuTime) return (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;
        _ = GetTime(s_clock, out var time);
        return time.Seconds + time.Nanoseconds * 1e-9;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly nint Seconds, Nanoseconds;
    }
}
