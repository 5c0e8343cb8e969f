package kiro.model.builtin.ground;

import java.util.List;
import java.util.Optional;
import kiro.code.JavaField;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.Backing;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Storage;

/// Draws how a store makes ids, as another store does.
final class NextIds {
    private final Storage model;
    private final ProjectType working;
    private final boolean isPublic;

    NextIds(Storage model, ProjectType working, boolean isPublic) {
        this.model = model;
        this.working = working;
        this.isPublic = isPublic;
    }

    /// A method that makes ids, and the field that it counts in.
    record NextId(String signature, String code, String field) {}

    /// Whether a map's keys are numbers that something has to make.
    boolean isNeeded(DomainType resource) {
        return model.backing() instanceof Backing.Memory
                && resource.id().orElseThrow().typeName().boxed().matches("Long|Integer");
    }

    NextId of(DomainType resource) {
        return copied().orElseGet(() -> counted(resource));
    }

    /// The model's own, where it needs nothing but one field.
    private Optional<NextId> copied() {
        Optional<JavaMethod> own =
                model.operation(Operation.Kind.NEXT_ID)
                        .flatMap(one -> working.type().method(one.method()));
        List<JavaField> used =
                own.stream()
                        .flatMap(method ->
                                working.type().fields().stream()
                                        .filter(field ->
                                                method.body()
                                                        .orElse("")
                                                        .matches(
                                                                "(?s).*\\b"
                                                                        + field.name()
                                                                        + "\\b.*")))
                        .toList();
        boolean isPlain =
                used.size() == 1 && used.getFirst().type().matches("long|int|Atomic(Long|Integer)");
        return own.filter(_ -> isPlain)
                .map(method ->
                        new NextId(
                                method.returnType() + " " + method.name() + "()",
                                unindented(method.range().of(working.file().text()))
                                        .replaceFirst("^@Override\\s+", ""),
                                unindented(used.getFirst().range().of(working.file().text()))));
    }

    /// A member as if it stood at the beginning of its lines.
    private static String unindented(String text) {
        String plain = text.replace("\r", "").replace("\t", "    ");
        int end = plain.lastIndexOf('\n');
        String last = end < 0 ? "" : plain.substring(end + 1);
        int indent = last.length() - last.stripLeading().length();
        String lines = plain.replace("\n" + " ".repeat(indent), "\n");
        return indent == 2 ? lines.replaceAll("\n {2}(?=\\S)", "\n    ") : lines;
    }

    private NextId counted(DomainType resource) {
        Optional<JavaField> atomic =
                working.type().fields().stream()
                        .filter(one -> one.type().matches("Atomic(Long|Integer)"))
                        .findFirst();
        String name = atomic.map(JavaField::name).orElse("ids");
        boolean isFirst = working.file().text().contains(name + ".getAndIncrement()");
        String type =
                resource.id().orElseThrow().typeName().boxed().equals("Long") ? "long" : "int";
        String box = type.equals("long") ? "AtomicLong" : "AtomicInteger";
        return new NextId(
                type + " nextId()",
                "%s nextId() {\n    return %s.%s();\n}"
                        .formatted(
                                (isPublic ? "public " : "") + type,
                                name,
                                isFirst ? "getAndIncrement" : "incrementAndGet"),
                atomic.map(one -> unindented(one.range().of(working.file().text())))
                        .orElse("private final " + box + " ids = new " + box + "();"));
    }
}
