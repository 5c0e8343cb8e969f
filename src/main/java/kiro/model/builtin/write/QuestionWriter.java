package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaField;
import kiro.model.builtin.project.Caller;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;

/// Writes the question by which a controller's method learns who calls, as other methods ask it.
final class QuestionWriter {
    private static final String BODY = "request";

    private final Workshop workshop;
    private final Place place;
    private final Bound bound;

    QuestionWriter(Workshop workshop, Place place, Bound bound) {
        this.workshop = workshop;
        this.place = place;
        this.bound = bound;
    }

    /// Why a controller cannot ask; empty where it can.
    static Optional<String> obstacle(SpringProject project, Place place, Caller caller) {
        return caller.asked().flatMap(asked -> obstacle(project, place.controller().type(), asked));
    }

    private static Optional<String> obstacle(
            SpringProject project, ProjectType controller, Caller.Source.Asked asked) {
        String what = asked.type().name() + "." + asked.method().name();
        return switch (asked.reach()) {
            case FIELD ->
                    field(controller, asked).isPresent()
                                    || GivenWriter.canBeGiven(project, controller, asked.type())
                            ? Optional.empty()
                            : Optional.of(
                                    "%s cannot be given a %s, whose %s tells who calls: give it one"
                                            .formatted(
                                                    controller.name(),
                                                    asked.type().name(),
                                                    asked.method().name()));
            case CLASS ->
                    asked.type().type().is("public") || isBeside(controller, asked.type())
                            ? Optional.empty()
                            : Optional.of(
                                    "%s cannot use %s, which tells who calls: make it public"
                                            .formatted(controller.name(), what));
            case OWN ->
                    isOwn(project, controller, asked)
                            ? Optional.empty()
                            : Optional.of(
                                    "%s has no method %s, which tells other controllers who calls: move %s to a class that it can be given"
                                            .formatted(
                                                    controller.name(),
                                                    asked.method().name(),
                                                    what));
        };
    }

    private static boolean isBeside(ProjectType controller, ProjectType other) {
        return controller.packageName().equals(other.packageName());
    }

    private static boolean isOwn(
            SpringProject project, ProjectType controller, Caller.Source.Asked asked) {
        boolean isSame = controller.qualifiedName().equals(asked.type().qualifiedName());
        return isSame
                || (!asked.method().is("private")
                        && controller.type().supertypes().stream()
                                .map(name -> project.sources().resolve(name, controller.file()))
                                .flatMap(Optional::stream)
                                .anyMatch(one ->
                                        one.qualifiedName().equals(asked.type().qualifiedName())));
    }

    private static Optional<String> field(ProjectType controller, Caller.Source.Asked asked) {
        return controller.type().fields().stream()
                .filter(field -> field.type().equals(asked.type().name()))
                .map(JavaField::name)
                .findFirst();
    }

    /// The parameters of the method; each has a name that nothing else of the method has.
    List<String> parameters(Caller.Source.Asked asked) {
        return asked.question().given().stream()
                .map(given -> renamed(given.written(), asked))
                .toList();
    }

    /// @param isUsed whether the method needs the caller for more than to be one
    List<String> statements(Caller.Source.Asked asked, boolean isUsed) {
        Caller.Question question = asked.question();
        var lines = new ArrayList<>(question.before());
        boolean isKept = isUsed || !question.after().isEmpty();
        lines.add(
                isKept
                        ? "%s %s = %s;"
                                .formatted(
                                        asked.declared(), asked.variable(), question.expression())
                        : question.expression() + ";");
        lines.addAll(question.after());
        return lines.stream().map(line -> renamed(reached(line, asked), asked)).toList();
    }

    Set<String> imports(Caller caller, boolean isUsed) {
        Caller.Source.Asked asked = caller.asked().orElseThrow();
        var imports = new TreeSet<String>();
        asked.question().given().forEach(given -> imports.addAll(given.imports()));
        String text = String.join("\n", statements(asked, isUsed));
        caller.imports().stream()
                .filter(name -> text.matches("(?s).*\\b" + simple(name) + "\\b.*"))
                .forEach(imports::add);
        return imports;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// The line with this controller's name for the class that is asked.
    private String reached(String line, Caller.Source.Asked asked) {
        if (asked.reach() != Caller.Reach.FIELD) {
            return line;
        }
        ProjectType controller = workshop.draft().current(place.controller().type());
        String name =
                field(controller, asked)
                        .orElseGet(() -> {
                            String free =
                                    GivenWriter.free(workshop.project(), controller, asked.type());
                            new GivenWriter(workshop)
                                    .give(new Added(controller, asked.type(), free));
                            return free;
                        });
        return line.replace(asked.target() + ".", name + ".");
    }

    /// The same code, where a name that the method needs for something else is another one.
    private String renamed(String code, Caller.Source.Asked asked) {
        String renamed = code;
        for (Caller.Given given : asked.question().given()) {
            boolean isTaken =
                    (given.name().equals(BODY) && bound.request().isPresent())
                            || place.path().contains("{" + given.name() + "}");
            if (isTaken) {
                String other = given.name().equals(BODY) ? "http" : given.name() + "Shown";
                renamed =
                        Pattern.compile("(?<![\\w.\"])" + given.name() + "\\b(?!\")")
                                .matcher(renamed)
                                .replaceAll(Matcher.quoteReplacement(other));
            }
        }
        return renamed;
    }
}
