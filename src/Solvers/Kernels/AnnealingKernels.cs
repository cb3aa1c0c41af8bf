namespace Solvers.Kernels;

/// <summary>Chooses the kernel that anneals a model fastest.</summary>
internal static class AnnealingKernels
{
    /// <summary>Size from which one replica with whole rows beats lanes on a dense model (our choice, measured).</summary>
    private const int DenseSize = 200;

    /// <summary>A fresh kernel; each run needs its own.</summary>
    public static IAnnealingKernel For(IntegerModel model) =>
        model.Size >= DenseSize && model.Fill >= 0.25 && DenseRows.Fits(model) ? new DenseRows(model)
        : ByteLanes.Fits(model) ? new ByteLanes(model)
        : new IntegerLanes(model);
}
