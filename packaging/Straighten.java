import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
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

/// Makes the switches over types in compiled classes start fast.
///
///     java Straighten.java CLASSES [CLASS-PATH]
///
/// A compiler leaves such a switch to be linked when it is first reached: the JVM then writes a class for it, half a
/// millisecond each time the program is started, which no AOT cache keeps. A run of the agent reaches some eighty. What
/// is linked is a row of `instanceof`, so that row is put into the class itself, as a private method; what the program
/// does stays the same. Switches with other labels than types are left as they are.
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
        if (model.methods().stream().noneMatch(Straighten::hasSwitch)) {
            return;
        }
        var rows = new Rows(model);
        byte[] straight =
                classFile.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(Straighten::hasSwitch, rows::straighten)
                                .andThen(ClassTransform.endHandler(rows::writeTo)));
        Files.write(file, straight);
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
