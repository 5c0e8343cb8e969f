package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kiro.code.JavaAnnotation;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Puts the work of an endpoint into the class that does such work, and answers the call to it.
final class ServiceWriter {
    private final Workshop workshop;
    private final SpringProject project;

    ServiceWriter(Workshop workshop) {
        this.workshop = workshop;
        this.project = workshop.project();
    }

    /// The expression with which the controller gets the work done.
    String write(Place place, Wants wants, Logic logic) {
        if (place.holder().isController()) {
            return logic.result();
        }
        ProjectType holder = workshop.draft().current(place.holder().type());
        String wanted = name(place, holder, List.of());
        if (hasAlready(place.holder().type(), wanted, code(place, wants, logic, wanted))) {
            return call(place, logic, wanted);
        }
        String name = name(place, holder, holder.type().methods());
        Set<String> imports = imports(place, logic);
        workshop.addMethod(holder, Part.LOGIC, code(place, wants, logic, name), imports);
        place.holder()
                .port()
                .ifPresent(port ->
                        workshop.addMethod(
                                port,
                                Part.LOGIC,
                                signature(logic, name) + ";",
                                signatureImports(place, logic)));
        return call(place, logic, name);
    }

    /// Whether a run that was stopped has written the method already.
    private static boolean hasAlready(ProjectType holder, String name, String code) {
        String written = code.replaceAll("\\s", "");
        return holder.type().methods().stream()
                .filter(method -> method.name().equals(name))
                .map(method -> method.range().of(holder.file().text()).replaceAll("\\s", ""))
                .anyMatch(written::endsWith);
    }

    /// What a port needs, which does no work.
    private Set<String> signatureImports(Place place, Logic logic) {
        var imports = new TreeSet<String>();
        for (Logic.Parameter parameter : logic.parameters()) {
            addType(place, parameter.type(), imports);
            imports.addAll(RequestWriter.imports(parameter.type()));
        }
        addType(place, logic.resultType(), imports);
        if (logic.resultType().startsWith("List<")) {
            imports.add("java.util.List");
        }
        return imports;
    }

    private Set<String> imports(Place place, Logic logic) {
        var imports = new TreeSet<>(logic.imports());
        sibling(place, place.holder().type()).stream()
                .flatMap(type -> type.file().imports().stream())
                .filter(one -> one.simpleName().equals("Transactional"))
                .forEach(one -> imports.add(one.name()));
        logic.parameters().forEach(one -> addType(place, one.type(), imports));
        addType(place, logic.resultType(), imports);
        return imports;
    }

    private static String signature(Logic logic, String name) {
        String parameters =
                logic.parameters().stream()
                        .map(one -> one.type() + " " + one.name())
                        .collect(Collectors.joining(", "));
        return "%s %s(%s)".formatted(logic.resultType(), name, parameters);
    }

    private String code(Place place, Wants wants, Logic logic, String name) {
        ProjectType holder = place.holder().type();
        var lines = new ArrayList<String>();
        if (Workshop.isDocumented(holder)) {
            lines.add(doc(place, wants));
        }
        if (place.holder().port().isPresent()) {
            lines.add("@Override");
        }
        transaction(place, holder).ifPresent(lines::add);
        lines.add(
                (isPublic(holder) ? "public " : "")
                        + (logic.isSynchronized() ? "synchronized " : "")
                        + signature(logic, name)
                        + " {");
        logic.statements().forEach(line -> lines.add(line.indent(4).stripTrailing()));
        if (!logic.result().isEmpty()) {
            lines.add(("return " + logic.result() + ";").indent(4).stripTrailing());
        }
        lines.add("}");
        return String.join("\n", lines);
    }

    private static String call(Place place, Logic logic, String name) {
        String arguments =
                logic.parameters().stream()
                        .map(Logic.Parameter::argument)
                        .collect(Collectors.joining(", "));
        return place.holder().field().orElseThrow() + "." + name + "(" + arguments + ")";
    }

    private void addType(Place place, String type, Set<String> imports) {
        for (String word : type.split("\\W+")) {
            project.sources()
                    .resolve(word, place.resource().type().file())
                    .or(() -> project.sources().resolve(word, place.holder().type().file()))
                    .ifPresent(own -> imports.add(own.qualifiedName()));
        }
    }

    private static boolean isPublic(ProjectType holder) {
        List<JavaMethod> open =
                holder.type().methods().stream().filter(method -> !method.is("private")).toList();
        return open.isEmpty() || open.stream().anyMatch(method -> method.is("public"));
    }

    /// The annotation that the method needs beside that of its class.
    private Optional<String> transaction(Place place, ProjectType holder) {
        boolean isReading = place.action() == Action.READ || place.action() == Action.LIST;
        Optional<JavaAnnotation> ofClass = holder.type().annotation("Transactional");
        if (ofClass.isPresent()) {
            boolean isReadOnly = ofClass.get().arguments().containsKey("readOnly");
            boolean hasOthers =
                    holder.file().text().contains("    @Transactional(readOnly = true)")
                            || holder.file().text().contains("\t@Transactional(readOnly = true)");
            return isReading
                    ? !isReadOnly && hasOthers
                            ? Optional.of("@Transactional(readOnly = true)")
                            : Optional.empty()
                    : isReadOnly ? Optional.of("@Transactional") : Optional.empty();
        }
        Optional<ProjectType> model =
                isTransactional(holder) ? Optional.of(holder) : sibling(place, holder);
        return model.filter(_ -> place.action() != Action.READ)
                .map(one -> place.action() == Action.LIST ? readOnly(one) : "@Transactional");
    }

    /// A service whose methods show how those of one without any are to be.
    private Optional<ProjectType> sibling(Place place, ProjectType holder) {
        boolean isNew = holder.type().methods().isEmpty() && place.storage().isTransactional();
        return workshop.project().sources().types().stream()
                .filter(_ -> isNew && place.action() != Action.READ)
                .filter(type -> type.type().isAnnotated("Service"))
                .filter(ServiceWriter::isTransactional)
                .findFirst();
    }

    private static boolean isTransactional(ProjectType holder) {
        return !holder.type().isAnnotated("Transactional")
                && holder.type().methods().stream()
                        .anyMatch(method -> method.isAnnotated("Transactional"))
                && holder.file().imports().stream()
                        .anyMatch(one -> one.simpleName().equals("Transactional"));
    }

    /// The annotation for what changes nothing, as the class's other methods have it.
    private static String readOnly(ProjectType holder) {
        return holder.file().text().contains("@Transactional(readOnly = true)")
                ? "@Transactional(readOnly = true)"
                : "@Transactional";
    }

    private static String name(Place place, ProjectType holder, List<JavaMethod> taken) {
        List<String> names =
                holder.type().methods().stream()
                        .filter(method -> !method.is("private"))
                        .map(JavaMethod::name)
                        .toList();
        return ControllerWriter.methodName(place, names, taken);
    }

    private static String doc(Place place, Wants wants) {
        String noun = place.names().nounWords();
        boolean isPartOf = !noun.equalsIgnoreCase(Names.words(place.resource().name()));
        String id = place.action().hasId() ? "{@code " + LogicWriter.idName(place) + "}" : "";
        String object = isPartOf ? "the " + noun + " of " + id : "the " + noun + " " + id;
        String act =
                switch (place.action()) {
                    case READ -> Names.upper(object);
                    case LIST -> "All " + Names.plural(noun);
                    case CREATE -> "Adds a new " + noun;
                    case REPLACE -> "Replaces " + object;
                    case CHANGE -> "Changes what is given of " + object;
                    case DELETE -> "Deletes " + object;
                    case ACT -> Names.upper(place.names().verb()) + "s " + object;
                };
        boolean isOwned = wants.ownerOnly() && place.owner().isPresent() && place.action().hasId();
        return "/** "
                + act
                + (isOwned
                        ? ", which only its owner may "
                                + (place.action() == Action.READ ? "read" : "do")
                        : "")
                + ". */";
    }
}
