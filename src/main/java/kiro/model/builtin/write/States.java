package kiro.model.builtin.write;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Finds out what a spec's words for states mean in a project's domain: a constant of an enum, a flag, or a
/// point in time that is set.
final class States {
    private final Sources sources;

    States(Sources sources) {
        this.sources = sources;
    }

    /// The state that a word names; empty where the domain knows none by it, or several.
    Optional<StateOf> of(DomainType type, String word) {
        List<StateOf> found =
                type.properties().stream()
                        .map(property -> of(type, property, word))
                        .flatMap(Optional::stream)
                        .toList();
        List<StateOf> constants = found.stream().filter(state -> !state.isTime()).toList();
        List<StateOf> meant = constants.isEmpty() ? found : constants;
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private Optional<StateOf> of(DomainType type, Property property, String word) {
        Optional<ProjectType> own = sources.resolve(property.type(), type.type().file());
        if (own.filter(one -> one.type().kind() == JavaType.Kind.ENUM).isPresent()) {
            return own.get().type().constants().stream()
                    .filter(constant -> isSame(constant, word))
                    .findFirst()
                    .map(constant -> constant(property, own.get(), constant));
        }
        boolean isFlag = property.typeName().boxed().equals("Boolean");
        if (isFlag && isSame(property.name().replaceFirst("^is(?=[A-Z])", ""), word)) {
            return Optional.of(
                    new StateOf(property, "%s" + property.read(), "true", "false", List.of()));
        }
        boolean isSince =
                Times.isTime(property)
                        && isSame(property.name().replaceFirst("(At|On|Date|Time)$", ""), word)
                        && property.name().matches(".*(At|On|Date|Time)");
        return isSince
                ? Optional.of(
                        new StateOf(
                                property,
                                "%s" + property.read() + " != null",
                                "",
                                "null",
                                List.of()))
                : Optional.empty();
    }

    private static StateOf constant(Property property, ProjectType type, String constant) {
        String value = type.name() + "." + constant;
        return new StateOf(
                property,
                "%s" + property.read() + " == " + value,
                value,
                "",
                List.of(type.qualifiedName()));
    }

    /// Whether two words are the same but for case, hyphens and the spelling of double consonants.
    private static boolean isSame(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replace("ll", "l");
    }
}
