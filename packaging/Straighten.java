import java.io.File;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Makes the switches over types, and the records, in compiled classes start fast.
///
///     java Straighten.java CLASSES [CLASS-PATH]
///
/// A compiler leaves such a switch to be linked when it is first reached: the JVM then writes a class for it, half a
/// millisecond each time the program is started, which no AOT cache keeps. A run of the agent reaches some eighty. What
/// is linked is a row of `instanceof`, so that row is put into the class itself, as a private method; what the program
/// does stays the same. Switches with other labels than types are left as they are.
///
/// What a record is compared and looked up by is linked in the same way, in several milliseconds for the first of a kind:
/// `equals` and `hashCode` are written out part by part.
final class Straighten {
    private static final String SWITCH = "typeSwitch";
    private static final int PRIVATE_HELPER =
            ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassFile classFile;

    private Straighten(ClassHierarchyResolver known) {
        this.classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known));
    }

    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[0]);
        var places = new ArrayList<URL>();
        places.add(classes.toUri().toURL());
        if (args.length > 1) {
            for (String place : args[1].split(File.pathSeparator)) {
                places.add(Path.of(place).toUri().toURL());
            }
        }
        try (var loader = new URLClassLoader(places.toArray(URL[]::new));
                Stream<Path> files = Files.walk(classes)) {
            var work =
                    new Straighten(
                            ClassHierarchyResolver.ofResourceParsing(loader)
                                    .orElse(ClassHierarchyResolver.defaultResolver())
                                    .cached());
            for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
                work.straighten(file);
            }
        }
    }

    private void straighten(Path file) throws IOException {
        ClassModel model = classFile.parse(Files.readAllBytes(file));
        if (model.methods().stream().noneMatch(method -> hasSwitch(method) || Parts.areIn(method))) {
            return;
        }
        var rows = new Rows(model);
        ClassTransform work =
                ClassTransform.transformingMethodBodies(Straighten::hasSwitch, rows::straighten)
                        .andThen(ClassTransform.endHandler(rows::writeTo));
        for (MethodModel method : model.methods().stream().filter(Parts::areIn).toList()) {
            var parts = Parts.of(model, method);
            work =
                    work.andThen(
                            ClassTransform.transformingMethods(
                                    each -> parts.isOf(each),
                                    (builder, element) -> {
                                        if (element instanceof CodeModel) {
                                            builder.withCode(parts::body);
                                        } else {
                                            builder.with(element);
                                        }
                                    }));
        }
        Files.write(file, classFile.transformClass(model, work));
    }

    private static boolean hasSwitch(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> Row.of(element).isPresent());
    }

    /// The types that a switch tells apart, in order.
    ///
    /// @param selector the type of what is switched over
    private record Row(ClassDesc selector, List<ClassDesc> types) {
        static Optional<Row> of(CodeElement element) {
            return element instanceof InvokeDynamicInstruction call
                            && call.name().equalsString(SWITCH)
                            && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance)
                    ? Optional.of(
                            new Row(
                                    call.typeSymbol().parameterType(0),
                                    call.bootstrapArgs().stream()
                                            .map(ClassDesc.class::cast)
                                            .toList()))
                    : Optional.empty();
        }

        MethodTypeDesc type() {
            return MethodTypeDesc.of(ConstantDescs.CD_int, selector, ConstantDescs.CD_int);
        }

        /// As `SwitchBootstraps.typeSwitch` has it: -1 for null, else the number of the first type that fits, not before
        /// the one to begin with, else how many there are.
        void body(CodeBuilder code) {
            var isThere = code.newLabel();
            code.aload(0).ifnonnull(isThere).iconst_m1().ireturn().labelBinding(isThere);
            for (int number = 0; number < types.size(); number++) {
                var next = code.newLabel();
                code.iload(1).loadConstant(number).if_icmpgt(next);
                code.aload(0).instanceOf(types.get(number)).ifeq(next);
                code.loadConstant(number).ireturn().labelBinding(next);
            }
            code.loadConstant(types.size()).ireturn();
        }
    }

    /// The parts of a record, of which one of its methods makes something.
    ///
    /// @param method `equals` or `hashCode`
    private record Parts(ClassDesc owner, String method, List<RecordComponentInfo> components) {
        private static final String EQUALS = "equals";
        private static final String HASH = "hashCode";
        private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
        private static final int FACTOR = 31;

        /// Whether a method is linked to what the JVM makes of the parts.
        static boolean areIn(MethodModel method) {
            return (method.methodName().equalsString(EQUALS) || method.methodName().equalsString(HASH))
                    && method.code().stream()
                            .flatMap(code -> code.elementStream())
                            .anyMatch(element ->
                                    element instanceof InvokeDynamicInstruction call
                                            && call.bootstrapMethod()
                                                    .owner()
                                                    .equals(ClassDesc.of("java.lang.runtime.ObjectMethods")));
        }

        static Parts of(ClassModel model, MethodModel method) {
            return new Parts(
                    model.thisClass().asSymbol(),
                    method.methodName().stringValue(),
                    model.findAttribute(Attributes.record()).orElseThrow().components());
        }

        boolean isOf(MethodModel other) {
            return other.methodName().equalsString(method) && areIn(other);
        }

        /// As `ObjectMethods` has it.
        void body(CodeBuilder code) {
            if (method.equals(HASH)) {
                hash(code);
            } else {
                equal(code);
            }
        }

        private void hash(CodeBuilder code) {
            code.iconst_0();
            for (RecordComponentInfo part : components) {
                code.loadConstant(FACTOR).imul();
                get(code, 0, part);
                ClassDesc type = part.descriptorSymbol();
                if (type.isPrimitive()) {
                    code.invokestatic(boxOf(type), HASH, MethodTypeDesc.of(ConstantDescs.CD_int, type));
                } else {
                    code.invokestatic(
                            OBJECTS,
                            HASH,
                            MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
                }
                code.iadd();
            }
            code.ireturn();
        }

        private void equal(CodeBuilder code) {
            var no = code.newLabel();
            var isAnother = code.newLabel();
            code.aload(0).aload(1).if_acmpne(isAnother).iconst_1().ireturn().labelBinding(isAnother);
            code.aload(1).instanceOf(owner).ifeq(no).aload(1).checkcast(owner).astore(2);
            for (RecordComponentInfo part : components) {
                get(code, 0, part);
                get(code, 2, part);
                ClassDesc type = part.descriptorSymbol();
                if (!type.isPrimitive()) {
                    code.invokestatic(
                                    OBJECTS,
                                    EQUALS,
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean,
                                            ConstantDescs.CD_Object,
                                            ConstantDescs.CD_Object))
                            .ifeq(no);
                } else {
                    code.invokestatic(
                                    boxOf(type),
                                    "compare",
                                    MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                            .ifne(no);
                }
            }
            code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
        }

        private void get(CodeBuilder code, int variable, RecordComponentInfo part) {
            code.aload(variable)
                    .getfield(owner, part.name().stringValue(), part.descriptorSymbol());
        }

        private static ClassDesc boxOf(ClassDesc type) {
            return ClassDesc.of(
                    "java.lang",
                    switch (type.displayName()) {
                        case "int" -> "Integer";
                        case "char" -> "Character";
                        case String name ->
                                Character.toUpperCase(name.charAt(0)) + name.substring(1);
                    });
        }
    }

    /// The rows that a class needs, with the names of their methods.
    private static final class Rows {
        private final ClassDesc owner;
        private final boolean isInterface;
        private final SequencedMap<Row, String> names = new LinkedHashMap<>();

        Rows(ClassModel model) {
            this.owner = model.thisClass().asSymbol();
            this.isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        }

        void straighten(CodeBuilder code, CodeElement element) {
            Optional<Row> row = Row.of(element);
            if (row.isEmpty()) {
                code.with(element);
                return;
            }
            String name =
                    names.computeIfAbsent(row.get(), _ -> "$" + SWITCH + "$" + names.size());
            code.invokestatic(owner, name, row.get().type(), isInterface);
        }

        void writeTo(ClassBuilder type) {
            names.forEach(
                    (row, name) ->
                            type.withMethodBody(name, row.type(), PRIVATE_HELPER, row::body));
        }
    }
}
