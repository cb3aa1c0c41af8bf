using System.Runtime.CompilerServices;

namespace Solvers.Kernels;

/// <summary>Memory that does not move and begins on a cache line, so that no vector straddles two; freed with the object.</summary>
/// <typeparam name="T">Element.</typeparam>
internal sealed unsafe class AlignedArray<T> where T : unmanaged
{
    private const int Line = 64;

    private readonly byte[] _memory; // keeps the pinned block alive

    /// <summary>Room for a number of elements, all zero, and for a whole vector beyond them.</summary>
    public AlignedArray(int length)
    {
        Length = length;
        _memory = GC.AllocateArray<byte>(checked(length * sizeof(T) + 2 * Line), pinned: true);
        Pointer = (T*)(((nint)Unsafe.AsPointer(ref _memory[0]) + Line - 1) & ~(nint)(Line - 1));
    }

    public int Length { get; }

    /// <summary>The first element. Valid as long as this object is reachable.</summary>
    public T* Pointer { get; }

    public Span<T> Span => new(Pointer, Length);
}
