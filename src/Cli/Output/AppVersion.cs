using System.Reflection;

namespace Cli.Output;

/// <summary>Version of this program, with the commit it was built from where the build knew it.</summary>
internal static class AppVersion
{
    internal static string Text { get; } =
        typeof(AppVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
