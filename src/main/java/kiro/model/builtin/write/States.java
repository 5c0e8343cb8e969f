package kiro.model.builtin.write;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiro.code.JavaType;
import kiro.model.builtin.project.DomainType;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.Property;
import kiro.model.builtin.project.Sources;

/// Finds out what a spec's words for states mean in a project's domain: a constant of an enum, a flag, or a
/// point in time that is set.
final class States {
    /// Words of which a thing is either the one or the other.
    private static final List<Set<String>> OPPOSITES =
            List.of(
                    Set.of("open", "closed"),
                    Set.of("active", "inactive"),
                    Set.of("enabled", "disabled"),
                    Set.of("available", "unavailable"),
                    Set.of("locked", "unlocked"),
                    Set.of("paid", "unpaid"),
                    Set.of("published", "unpublished"),
                    Set.of("confirmed", "unconfirmed"));

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
        List<StateOf> named = constants.isEmpty() ? found : constants;
        List<StateOf> meant = named.isEmpty() ? opposites(type, word) : named;
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private static List<StateOf> opposites(DomainType type, String word) {
        return type.properties().stream()
                .map(property -> opposite(property, word))
                .flatMap(Optional::stream)
                .toList();
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

    /// A flag that is the opposite of the word: what is closed is not `open`.
    private static Optional<StateOf> opposite(Property property, String word) {
        boolean isFlag = property.typeName().boxed().equals("Boolean");
        String flag = property.name().replaceFirst("^is(?=[A-Z])", "").toLowerCase(Locale.ROOT);
        boolean isOpposite =
                OPPOSITES.stream()
                                .anyMatch(pair -> pair.contains(flag) && pair.contains(plain(word)))
                        && !flag.equals(plain(word));
        return isFlag && isOpposite
                ? Optional.of(
                        new StateOf(property, "!%s" + property.read(), "false", "true", List.of()))
                : Optional.empty();
    }

    private StateOf constant(Property property, ProjectType type, String constant) {
        String value = sources.constant(type, constant);
        return new StateOf(
                property,
                "%s" + property.read() + " == " + value,
                value,
                "",
                List.of(sources.imported(type)));
    }

    /// A value of a property with an enum's type that is none of these: the first such constant.
    Optional<Map<Property, String>> beside(
            DomainType holder, Property property, Collection<String> taken, TestCode code) {
        return sources.resolve(property.type(), holder.type().file())
                .flatMap(type ->
                        type.type().constants().stream()
                                .map(constant -> sources.constant(type, constant))
                                .filter(constant -> !taken.contains(constant))
                                .findFirst()
                                .map(constant -> {
                                    code.imports.add(sources.imported(type));
                                    return Map.of(property, constant);
                                }));
    }

    /// Whether two words are the same but for case, hyphens and the spelling of double consonants.
    private static boolean isSame(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replace("ll", "l");
    }
}
