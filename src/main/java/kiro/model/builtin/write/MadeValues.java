package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.JavaCall;
import kiro.code.JavaMethod;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.MadeObject;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.SpringProject;

/// Finds what the project's own code gives the new resources that it makes, where it gives all of them the same.
final class MadeValues {
    private static final String READ_ROW = "(?s).*\\b(rs|row|resultSet|results)\\b.*";

    private static final Pattern SAMPLING =
            Pattern.compile(
                    "\\b(CommandLineRunner|ApplicationRunner|ApplicationReadyEvent|PostConstruct|SmartInitializingSingleton)\\b");

    /// @param isOut whether the object that has it is written out as a whole
    /// @param by the type whose code gives it
    private record Given(String value, boolean isOut, String by) {}

    private final SpringProject project;
    private final DomainType resource;

    MadeValues(SpringProject project, Place place) {
        this.project = project;
        this.resource = place.resource();
    }

    /// What code outside of the resource's own type gives a property: where it makes ones of what it is given, else
    /// where it makes several that are written out.
    Optional<InitialValues.Initial> of(Property property) {
        var given = new ArrayList<Given>();
        for (ProjectType type : project.sources().types()) {
            for (JavaMethod method : methods(type)) {
                given(method, property)
                        .forEach(
                                one -> given.add(new Given(one.value(), one.isOut(), type.name())));
            }
        }
        given.removeIf(this::isSampled);
        List<Given> asked = given.stream().filter(one -> !one.isOut()).toList();
        if (asked.isEmpty() && given.size() < 2) {
            return Optional.empty();
        }
        List<Given> counted = asked.isEmpty() ? given : asked;
        Given first = counted.getFirst();
        return counted.stream().allMatch(one -> one.value().equals(first.value()))
                        && InitialValues.isConstant(first.value())
                ? Optional.of(
                        new InitialValues.Initial(
                                Optional.of(first.value()),
                                false,
                                "as " + first.by() + " makes one"))
                : Optional.empty();
    }

    /// Whether it is the text of one of the samples that the application starts with.
    private boolean isSampled(Given given) {
        return given.value().matches("\"[^\"]+\"")
                && project.sources().types().stream()
                        .filter(type -> type.name().equals(given.by()))
                        .anyMatch(type -> SAMPLING.matcher(type.file().text()).find());
    }

    /// The constant that each of these methods gives a property; empty where one gives it another, or none.
    Optional<String> same(List<JavaMethod> methods, Property property) {
        var given = new LinkedHashSet<String>();
        methods.forEach(method -> given(method, property).forEach(one -> given.add(one.value())));
        return given.size() == 1
                ? Optional.of(given.iterator().next()).filter(InitialValues::isConstant)
                : Optional.empty();
    }

    /// Methods of the resource's own type work on one that is there.
    private List<JavaMethod> methods(ProjectType type) {
        return type.qualifiedName().equals(resource.type().qualifiedName())
                ? List.of()
                : type.type().methods();
    }

    private List<Given> given(JavaMethod method, Property property) {
        var given = new ArrayList<Given>();
        for (MadeObject made : MadeObject.in(method, resource)) {
            String value = made.values().get(property.name());
            if (value != null && !made.isCopy() && isNew(made.values())) {
                boolean isOut = made.values().values().stream().allMatch(MadeValues::isOut);
                given.add(new Given(value, isOut, ""));
            }
        }
        method.calls().stream()
                .filter(call -> property.setter().filter(call.name()::equals).isPresent())
                .filter(call -> call.arguments().size() == 1 && isMade(method, call.target()))
                .forEach(call -> given.add(set(method, call)));
        return given;
    }

    /// Whether a variable of a method is a new object.
    private boolean isMade(JavaMethod method, String variable) {
        return variable.matches("\\w+")
                && Pattern.compile(
                                "\\b%s\\s*=\\s*new\\s+%s\\s*\\("
                                        .formatted(variable, Pattern.quote(resource.name())))
                        .matcher(method.body().orElse(""))
                        .find();
    }

    private static Given set(JavaMethod method, JavaCall call) {
        boolean isOut =
                method.calls().stream()
                        .filter(one -> one.target().equals(call.target()))
                        .flatMap(one -> one.arguments().stream())
                        .allMatch(MadeValues::isOut);
        return new Given(call.arguments().getFirst(), isOut, "");
    }

    /// Whether a value is written out, rather than that of a variable.
    private static boolean isOut(String value) {
        return InitialValues.isConstant(value) || !value.matches("[a-z].*");
    }

    /// Whether an object is made neither from a row nor with the key of another one.
    private boolean isNew(Map<String, String> values) {
        boolean isOfRow = values.values().stream().anyMatch(value -> value.matches(READ_ROW));
        boolean isOfOther =
                resource.id()
                        .map(id ->
                                values.getOrDefault(id.name(), "")
                                        .matches("\\w+\\Q" + id.read() + "\\E"))
                        .orElse(false);
        return !isOfRow && !isOfOther;
    }
}
