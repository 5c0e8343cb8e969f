package kiro.action.dependency;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads from a class file what it lets others use.
final class ClassReader {
    private static final int SEEN = ClassFile.ACC_PUBLIC | ClassFile.ACC_PROTECTED;

    private ClassReader() {}

    /// @throws IllegalArgumentException when it is broken
    static ClassDraft read(byte[] content) {
        ClassModel model = ClassFile.of().parse(content);
        String internal = model.thisClass().asInternalName();
        Optional<InnerClassInfo> inner = inner(model, internal);
        int flags = inner.map(InnerClassInfo::flagsMask).orElse(model.flags().flagsMask());
        Optional<String> outer =
                inner.flatMap(InnerClassInfo::outerClass).map(ClassEntry::asInternalName);
        Optional<String> name =
                inner.flatMap(InnerClassInfo::innerName).map(Utf8Entry::stringValue);
        var supertypes = new ArrayList<String>();
        model.superclass().map(ClassEntry::asInternalName).ifPresent(supertypes::add);
        model.interfaces().stream().map(ClassEntry::asInternalName).forEach(supertypes::add);
        var members = new ArrayList<ClassDraft.Member>();
        model.methods().forEach(method -> addMethod(method, members));
        model.fields().forEach(field -> addField(field, members));
        return new ClassDraft(
                internal,
                flags,
                outer,
                inner.isEmpty() || (outer.isPresent() && name.isPresent()),
                name.orElse(internal.substring(internal.lastIndexOf('/') + 1)),
                supertypes,
                facts(model, flags),
                members);
    }

    private static Optional<InnerClassInfo> inner(ClassModel model, String internal) {
        return model.findAttribute(Attributes.innerClasses())
                .flatMap(all ->
                        all.classes().stream()
                                .filter(each -> each.innerClass().asInternalName().equals(internal))
                                .findFirst());
    }

    private static SortedMap<String, String> facts(ClassModel model, int flags) {
        var facts = modifiers(flags, model);
        facts.put(
                "kind",
                is(flags, ClassFile.ACC_ANNOTATION)
                        ? "an annotation"
                        : is(flags, ClassFile.ACC_INTERFACE)
                                ? "an interface"
                                : is(flags, ClassFile.ACC_ENUM)
                                        ? "an enum"
                                        : model.findAttribute(Attributes.record()).isPresent()
                                                ? "a record"
                                                : "a class");
        if (is(flags, ClassFile.ACC_ENUM) || is(flags, ClassFile.ACC_INTERFACE)) {
            facts.remove("final");
            facts.remove("abstract");
            facts.remove("static");
        }
        model.findAttribute(Attributes.permittedSubclasses())
                .ifPresent(_ -> facts.put("sealed", "yes"));
        model.findAttribute(Attributes.signature())
                .map(each -> each.asClassSignature().typeParameters().size())
                .filter(count -> count > 0)
                .ifPresent(count -> facts.put("type parameters", count.toString()));
        return facts;
    }

    private static void addMethod(MethodModel method, List<ClassDraft.Member> members) {
        int flags = method.flags().flagsMask();
        String name = method.methodName().stringValue();
        boolean isSeen = (flags & SEEN) != 0 && !is(flags, ClassFile.ACC_SYNTHETIC);
        if (!isSeen || name.equals("<clinit>")) {
            return;
        }
        SortedMap<String, String> facts = modifiers(flags, method);
        boolean isConstructor = name.equals("<init>");
        if (!isConstructor) {
            facts.put("returns", name(method.methodTypeSymbol().returnType()));
        }
        if (method.findAttribute(Attributes.annotationDefault()).isPresent()) {
            facts.remove("abstract");
        }
        if (is(flags, ClassFile.ACC_VARARGS)) {
            facts.put("varargs", "yes");
        }
        method.findAttribute(Attributes.exceptions())
                .map(all ->
                        all.exceptions().stream()
                                .map(each -> dotted(each.asInternalName()))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                .ifPresent(all -> facts.put("throws", all));
        members.add(
                new ClassDraft.Member(
                        isConstructor ? Declaration.Kind.CONSTRUCTOR : Declaration.Kind.FUNCTION,
                        name,
                        method.methodTypeSymbol().parameterList().stream()
                                .map(ClassReader::name)
                                .collect(Collectors.joining(",", "(", ")")),
                        facts));
    }

    private static void addField(FieldModel field, List<ClassDraft.Member> members) {
        int flags = field.flags().flagsMask();
        if ((flags & SEEN) == 0 || is(flags, ClassFile.ACC_SYNTHETIC)) {
            return;
        }
        SortedMap<String, String> facts = modifiers(flags, field);
        facts.put("type", name(field.fieldTypeSymbol()));
        field.findAttribute(Attributes.constantValue())
                .map(each -> String.valueOf(each.constant().constantValue()))
                .filter(value -> value.length() <= 80)
                .ifPresent(value -> facts.put("value", value));
        members.add(
                new ClassDraft.Member(
                        Declaration.Kind.VALUE, field.fieldName().stringValue(), "", facts));
    }

    private static SortedMap<String, String> modifiers(int flags, AttributedElement element) {
        var facts = new TreeMap<String, String>();
        facts.put("visibility", is(flags, ClassFile.ACC_PUBLIC) ? "public" : "protected");
        if (is(flags, ClassFile.ACC_FINAL)) {
            facts.put("final", "yes");
        }
        if (is(flags, ClassFile.ACC_ABSTRACT)) {
            facts.put("abstract", "yes");
        }
        if (is(flags, ClassFile.ACC_STATIC)) {
            facts.put("static", "yes");
        }
        deprecated(element).ifPresent(words -> facts.put("deprecated", words));
        return facts;
    }

    private static Optional<String> deprecated(AttributedElement element) {
        Optional<Annotation> annotation =
                element.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .flatMap(all ->
                                all.annotations().stream()
                                        .filter(each ->
                                                each.className()
                                                        .equalsString("Ljava/lang/Deprecated;"))
                                        .findFirst());
        boolean isForRemoval =
                annotation.stream()
                        .flatMap(each -> each.elements().stream())
                        .anyMatch(each ->
                                each.name().equalsString("forRemoval")
                                        && each.value() instanceof AnnotationValue.OfBoolean truth
                                        && truth.booleanValue());
        if (isForRemoval) {
            return Optional.of("deprecated, and will be removed");
        }
        return annotation.isPresent() || element.findAttribute(Attributes.deprecated()).isPresent()
                ? Optional.of("deprecated")
                : Optional.empty();
    }

    private static boolean is(int flags, int flag) {
        return (flags & flag) != 0;
    }

    /// A type's name as sources have it, with that of its package.
    private static String name(ClassDesc type) {
        if (type.isArray()) {
            return name(type.componentType()) + "[]";
        }
        return type.packageName().isEmpty()
                ? type.displayName()
                : type.packageName() + "." + type.displayName();
    }

    static String dotted(String internal) {
        return internal.replace('/', '.');
    }
}
