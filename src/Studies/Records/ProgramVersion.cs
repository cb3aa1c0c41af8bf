using System.Reflection;

namespace Studies.Records;

/// <summary>Version of this program, with the commit it was built from where the build knew it.</summary>
public static class ProgramVersion
{
    /// <summary>Such as "0.1.0+1a2b3c4".</summary>
    public static string Text { get; } = typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
