using System.Runtime.InteropServices;

namespace Bijgespijkerd.Bench.Running;

internal static partial class Native
{
    private const int Terminate = 15;

    /// <summary>User and system time of a whole process in nanoseconds: what /proc/PID/stat tells in hundredths of a second.</summary>
    public static long CpuNanoseconds(int process)
    {
        // The kernel's own name of another process's CPU clock (CPUCLOCK_SCHED).
        var clock = (~process << 3) | 2;
        return ClockGetTime(clock, out var time) == 0 ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : throw new BenchException($"The CPU time of process {process} cannot be read.");
    }

    public static void AskToEnd(int process) => _ = Kill(process, Terminate);

    [LibraryImport("libc", EntryPoint = "clock_gettime"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [LibraryImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
