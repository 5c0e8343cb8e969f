package kiro.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A compiled class and what it refers to.
///
/// @param name with dots, nested classes with `$`
/// @param imports the classes of this product that it names anywhere, itself left out
/// @param members the methods and fields that it uses, as `java.lang.System.exit`
record CompiledClass(String name, List<String> imports, List<String> members) {
    /// A type within a descriptor or a generic signature.
    private static final Pattern NAMED = Pattern.compile("L(kiro/[\\w/$]+)");

    static CompiledClass read(Path file) {
        try {
            ClassModel model = ClassFile.of().parse(file);
            String name = dotted(model.thisClass().asInternalName());
            var imports = new TreeSet<String>();
            var members = new TreeSet<String>();
            for (var entry : model.constantPool()) {
                switch (entry) {
                    case ClassEntry named -> imports.addAll(namedIn(named.asInternalName()));
                    case Utf8Entry text -> imports.addAll(namedIn(text.stringValue()));
                    case MemberRefEntry member ->
                            members.add(
                                    dotted(member.owner().asInternalName())
                                            + "."
                                            + member.name().stringValue());
                    default -> {
                        // numbers and strings refer to nothing
                    }
                }
            }
            imports.remove(name);
            return new CompiledClass(name, List.copyOf(imports), List.copyOf(members));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Every class below a folder, by name.
    static List<CompiledClass> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder.resolve("kiro"))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(CompiledClass::read)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The top-level class that it is part of.
    String topLevel() {
        int dollar = name.indexOf('$');
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private static List<String> namedIn(String text) {
        if (text.startsWith("kiro/") && text.matches("[\\w/$]+")) {
            return List.of(dotted(text));
        }
        return NAMED.matcher(text).results().map(found -> dotted(found.group(1))).toList();
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
