using Crossbar.Circuits;
using Crossbar.Mapping;
using Crossbar.Noise;
using Crossbar.Programming;
using Hopfield.Model;

namespace Crossbar.Machines;

/// <summary>A machine whose weights are conductances of an array.</summary>
public interface IArrayMachine : IMachine
{
    /// <summary>What it takes beyond a mapping and noise.</summary>
    ArrayParts Takes { get; }

    /// <summary>The machine on another array. Parts that it does not take are not given to it.</summary>
    IMachine On(ArraySetting array);
}

/// <summary>What not every machine with an array has a use for.</summary>
[Flags]
public enum ArrayParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Devices at the cross points that may move.</summary>
    Cells = 1,

    /// <summary>A circuit engine.</summary>
    Engine = 2,

    /// <summary>A step of its noise.</summary>
    NoiseStep = 4,
}

/// <summary>An array as a machine finds it.</summary>
public sealed record ArraySetting
{
    /// <summary>How weights become conductances, errors of programming included; null for the machine's own way.</summary>
    public IWeightMapping? Mapping { get; init; }

    /// <summary>Device at every cross point; null for fixed conductances.</summary>
    public ArrayDevice? Cells { get; init; }

    /// <summary>Dynamic noise; null for none.</summary>
    public NoiseSettings? Noise { get; init; }

    /// <summary>What simulates the circuit; null for the machine's own.</summary>
    public ICircuitEngine? Engine { get; init; }
}
