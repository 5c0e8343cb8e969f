package kiro.action.dependency;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Reads from a jar what it lets others use. No class of it is loaded. Of one for several releases of Java it is what all have,
/// which its makers have to keep the same.
final class JarReader {
    private static final int MOST_ENTRIES = 200_000;
    private static final int LARGEST_CLASS = 8 << 20;
    private static final long MOST_BYTES = 1L << 30;
    private static final String MODULE = "module-info.class";

    private final Map<String, ClassDraft> classes = new HashMap<>();
    private final List<Declaration> exports = new ArrayList<>();
    private final PlatformTypes platform = new PlatformTypes();
    private int unread;
    private long bytes;

    private JarReader() {}

    /// Empty where it is no jar, or one that no build would make.
    static Optional<PublicApi> read(Path jar) throws InterruptedException {
        var reader = new JarReader();
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.empty();
            }
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                ZipEntry entry = entries.nextElement();
                if (isWanted(entry.getName()) && !reader.add(zip, entry)) {
                    return Optional.empty();
                }
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
        return Optional.of(reader.api());
    }

    private static boolean isWanted(String name) {
        return name.endsWith(".class")
                && (!name.startsWith("META-INF/") || name.endsWith("/" + MODULE));
    }

    /// Says no once the jar is longer than it may be.
    private boolean add(ZipFile zip, ZipEntry entry) {
        byte[] content;
        try (InputStream in = zip.getInputStream(entry)) {
            content = in.readNBytes(LARGEST_CLASS + 1);
        } catch (IOException broken) {
            unread++;
            return true;
        }
        bytes += content.length;
        if (bytes > MOST_BYTES) {
            return false;
        }
        if (content.length > LARGEST_CLASS) {
            unread++;
            return true;
        }
        try {
            if (entry.getName().endsWith(MODULE)) {
                addModule(content);
                return true;
            }
            ClassDraft draft = ClassReader.read(content);
            if (entry.getName().equals(draft.internal() + ".class")) {
                classes.put(draft.internal(), draft);
            } else {
                unread++;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            unread++;
        }
        return true;
    }

    private void addModule(byte[] content) {
        ClassFile.of()
                .parse(content)
                .findAttribute(Attributes.module())
                .ifPresent(module ->
                        module.exports().stream()
                                .filter(each -> each.exportsTo().isEmpty())
                                .forEach(each ->
                                        exports.add(
                                                new Declaration(
                                                        Declaration.Kind.PACKAGE,
                                                        ClassReader.dotted(
                                                                each.exportedPackage()
                                                                        .name()
                                                                        .stringValue()),
                                                        "",
                                                        "",
                                                        new TreeMap<>()))));
    }

    private PublicApi api() {
        var found = new ArrayList<>(exports);
        var supertypes = new HashMap<String, List<String>>();
        for (ClassDraft each : classes.values()) {
            supertypes.put(
                    place(each.internal()) + "." + path(each, 0),
                    each.supertypes().stream().map(this::fullName).toList());
        }
        for (ClassDraft each : classes.values()) {
            String path = path(each, 0);
            String place = place(each.internal());
            if (!isVisible(each, 0)) {
                continue;
            }
            found.add(new Declaration(Declaration.Kind.TYPE, place, path, "", each.facts()));
            for (ClassDraft.Member member : members(each, 0)) {
                var facts = new TreeMap<>(member.facts());
                facts.computeIfPresent("throws", (_, all) -> checked(all, supertypes));
                boolean isConstructor = member.kind() == Declaration.Kind.CONSTRUCTOR;
                found.add(
                        new Declaration(
                                member.kind(),
                                place,
                                path + "." + (isConstructor ? each.simpleName() : member.name()),
                                member.id(),
                                facts));
            }
        }
        return PublicApi.of(found, supertypes, unread);
    }

    private static final int DEEPEST = 16;

    /// What a type has of those that it inherits from and nobody else can name is its own to others.
    private List<ClassDraft.Member> members(ClassDraft draft, int depth) {
        var members = new ArrayList<>(draft.members());
        for (String type : depth > DEEPEST ? List.<String>of() : draft.supertypes()) {
            ClassDraft hidden = classes.get(type);
            if (hidden != null && !isVisible(hidden, 0)) {
                members(hidden, depth + 1).stream()
                        .filter(each -> each.kind() != Declaration.Kind.CONSTRUCTOR)
                        .filter(each ->
                                members.stream()
                                        .noneMatch(own ->
                                                own.name().equals(each.name())
                                                        && own.id().equals(each.id())))
                        .forEach(members::add);
            }
        }
        return members;
    }

    /// Exceptions that callers have to catch or to pass on; nobody has to care about the others. Null where there are none, as
    /// a map takes it.
    private @Nullable String checked(String all, Map<String, List<String>> supertypes) {
        String checked =
                Stream.of(all.split(", "))
                        .filter(each -> !isUnchecked(each, supertypes, 0))
                        .collect(Collectors.joining(", "));
        return checked.isEmpty() ? null : checked;
    }

    private boolean isUnchecked(String type, Map<String, List<String>> supertypes, int depth) {
        return platform.isA(type, "java.lang.RuntimeException")
                || platform.isA(type, "java.lang.Error")
                || (depth < DEEPEST
                        && supertypes.getOrDefault(type, List.of()).stream()
                                .anyMatch(each -> isUnchecked(each, supertypes, depth + 1)));
    }

    private boolean isVisible(ClassDraft draft, int depth) {
        if (!draft.isVisible() || depth > DEEPEST) {
            return false;
        }
        Optional<ClassDraft> outer = draft.outer().map(classes::get);
        return draft.outer().isEmpty()
                || outer.filter(each -> isVisible(each, depth + 1)).isPresent();
    }

    private String path(ClassDraft draft, int depth) {
        Optional<ClassDraft> outer =
                depth > DEEPEST ? Optional.empty() : draft.outer().map(classes::get);
        return outer.map(each -> path(each, depth + 1) + "." + draft.simpleName())
                .orElse(draft.simpleName());
    }

    private static String place(String internal) {
        int slash = internal.lastIndexOf('/');
        return slash < 0 ? "" : ClassReader.dotted(internal.substring(0, slash));
    }

    private String fullName(String internal) {
        return Optional.ofNullable(classes.get(internal))
                .map(each -> place(internal) + "." + path(each, 0))
                .orElse(ClassReader.dotted(internal));
    }
}
