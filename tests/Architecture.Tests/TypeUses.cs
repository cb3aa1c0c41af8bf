using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Architecture.Tests;

/// <summary>Which types a type names: in its bases, attributes, signatures and method bodies. What the compiler leaves no trace of
/// (constants, <c>nameof</c>, documentation) is not seen.</summary>
internal static class TypeUses
{
    /// <summary>Every type that <paramref name="type"/> or a type nested in it names, with the member that names it.</summary>
    public static IEnumerable<(string Member, TypeReference Used)> Of(TypeDefinition type)
    {
        foreach (var (member, reference) in Named(type))
            foreach (var part in Parts(reference)) yield return (member, Outermost(part));
        foreach (var nested in type.NestedTypes)
            foreach (var use in Of(nested)) yield return use;
    }

    /// <summary>Every type that users of a public type must be able to name: its bases and what its public and protected members take
    /// and give, those of nested public types included.</summary>
    public static IEnumerable<TypeReference> InPublicSignaturesOf(TypeDefinition type)
    {
        var methods = type.Methods.Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);
        var fields = type.Fields.Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly);
        return new[] { type.BaseType }.Concat(type.Interfaces.Select(implemented => implemented.InterfaceType)).Concat(OfParameters(type))
            .Concat(methods.SelectMany(OfSignature)).Concat(fields.Select(field => field.FieldType)).SelectMany(Parts).Select(Outermost)
            .Concat(type.NestedTypes.Where(nested => nested.IsNestedPublic).SelectMany(InPublicSignaturesOf));
    }

    // A nested type counts as the type that holds it.
    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } holder ? Outermost(holder) : type;

    private static IEnumerable<(string Member, TypeReference? Type)> Named(TypeDefinition type)
    {
        const string Declaration = "declaration";
        yield return (Declaration, type.BaseType);
        foreach (var implemented in type.Interfaces) yield return (Declaration, implemented.InterfaceType);
        foreach (var named in OfAttributes(type).Concat(OfParameters(type))) yield return (Declaration, named);
        foreach (var field in type.Fields)
            foreach (var named in OfAttributes(field).Append(field.FieldType)) yield return (field.Name, named);
        foreach (var property in type.Properties)
            foreach (var named in OfAttributes(property).Append(property.PropertyType)) yield return (property.Name, named);
        foreach (var @event in type.Events)
            foreach (var named in OfAttributes(@event).Append(@event.EventType)) yield return (@event.Name, named);
        foreach (var method in type.Methods)
            foreach (var named in OfSignature(method).Concat(OfBody(method))) yield return (method.Name, named);
    }

    private static IEnumerable<TypeReference?> OfSignature(MethodDefinition method) =>
        [method.ReturnType, .. OfAttributes(method), .. OfParameters(method), .. OfAttributes(method.MethodReturnType),
            .. method.Parameters.SelectMany(parameter => OfAttributes(parameter).Append(parameter.ParameterType))];

    private static IEnumerable<TypeReference?> OfParameters(IGenericParameterProvider generic) => generic.GenericParameters
        .SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType).Concat(OfAttributes(parameter)));

    private static IEnumerable<TypeReference?> OfAttributes(ICustomAttributeProvider provider)
    {
        foreach (var attribute in provider.CustomAttributes)
        {
            yield return attribute.AttributeType;
            foreach (var argument in attribute.ConstructorArguments) yield return argument.Value as TypeReference;
        }
    }

    private static IEnumerable<TypeReference?> OfBody(MethodDefinition method)
    {
        if (!method.HasBody) yield break;
        foreach (var local in method.Body.Variables) yield return local.VariableType;
        foreach (var handler in method.Body.ExceptionHandlers) yield return handler.CatchType;
        foreach (var named in method.Body.Instructions.SelectMany(OfInstruction)) yield return named;
    }

    private static IEnumerable<TypeReference?> OfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod call => [call.DeclaringType, .. call.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    // List<Cell[]> names List and Cell.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => Parts(generic.ElementType).Concat(generic.GenericArguments.SelectMany(Parts)),
        IModifierType modified => Parts(modified.ElementType).Concat(Parts(modified.ModifierType)),
        FunctionPointerType pointer => Parts(pointer.ReturnType).Concat(pointer.Parameters.SelectMany(p => Parts(p.ParameterType))),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
