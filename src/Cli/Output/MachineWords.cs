using Studies.Solving;

namespace Cli.Output;

/// <summary>What the machine of a record is called.</summary>
internal static class MachineWords
{
    /// <summary>In the titles of figures.</summary>
    internal static string Name(SolveRecord record) => record.BlockSpins is not null ? $"{record.Machine} machine by blocks"
        : record.IsCircuit ? "circuit" : record.IsAnalogue ? $"{record.Machine} machine" : "digital engine";

    /// <summary>In the names of files and in legends.</summary>
    internal static string Short(SolveRecord record) => record.BlockSpins is not null ? "blocks"
        : record.IsCircuit ? "circuit" : record.IsAnalogue ? record.Machine : "digital";

    /// <summary>At the start of sentences.</summary>
    internal static string Title(SolveRecord record) =>
        record.BlockSpins is not null && record.IsAnalogue ? $"The {record.Machine} machine, block by block"
        : record.IsCircuit ? "The circuit" : record.IsAnalogue ? $"The {record.Machine} machine" : "The digital engine";
}
