package kiro.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CorrectnessProperty;
import kiro.spec.CriterionRef;
import kiro.spec.Spec;
import kiro.text.SourceSpan;

/// Which criteria there are in the project, to tell what a mention means.
final class CriterionIndex {
    /// The most words of an identifier that may be one id: `ac_1` has two.
    private static final int MOST_PARTS = 6;

    private final Set<CriterionRef> all = new LinkedHashSet<>();
    private final Map<String, List<CriterionRef>> byId = new HashMap<>();
    private final Map<String, List<CriterionRef>> bySnake = new HashMap<>();

    private final Map<String, List<CriterionRef>> properties = new HashMap<>();

    CriterionIndex(List<Spec> specs) {
        for (Spec spec : specs) {
            for (AcceptanceCriterion criterion : spec.criteria()) {
                CriterionRef ref = spec.ref(criterion);
                if (all.add(ref)) {
                    add(ref);
                }
            }
            addProperties(spec);
        }
    }

    private void addProperties(Spec spec) {
        for (CorrectnessProperty property : spec.properties()) {
            List<CriterionRef> shown =
                    spec.criteria().stream()
                            .filter(criterion ->
                                    property.validates().stream()
                                            .anyMatch(cited -> cited.isOf(criterion.id())))
                            .map(spec::ref)
                            .toList();
            properties.put(spec.name() + " " + property.number(), shown);
        }
    }

    private void add(CriterionRef ref) {
        String id = ref.id().value();
        byId.computeIfAbsent(id, key -> new ArrayList<>()).add(ref);
        if (Character.isLetter(id.charAt(0)) && id.chars().anyMatch(Character::isDigit)) {
            bySnake.computeIfAbsent(snake(id), key -> new ArrayList<>()).add(ref);
        }
    }

    /// What a mention means.
    sealed interface Meaning {
        record Known(CriterionRef criterion, SourceSpan span) implements Meaning {}

        /// With its spec, and there is none of this name.
        record Unknown(CriterionRef criterion, SourceSpan span) implements Meaning {}

        /// An id without a spec, which several specs have.
        record Ambiguous(String id, List<CriterionRef> candidates, SourceSpan span)
                implements Meaning {
            public Ambiguous {
                candidates = List.copyOf(candidates);
            }
        }
    }

    /// @param feature the spec that the surroundings of the mention speak of
    List<Meaning> meanings(Mention mention, Optional<String> feature) {
        return switch (mention) {
            case Mention.Named named ->
                    List.of(
                            all.contains(named.criterion())
                                    ? new Meaning.Known(named.criterion(), named.span())
                                    : new Meaning.Unknown(named.criterion(), named.span()));
            case Mention.Bare bare ->
                    meaning(
                                    bare.id(),
                                    byId.getOrDefault(bare.id(), dotted(bare.id())),
                                    feature,
                                    bare.span())
                            .stream()
                            .toList();
            case Mention.Property property ->
                    properties
                            .getOrDefault(property.spec() + " " + property.number(), List.of())
                            .stream()
                            .<Meaning>map(ref -> new Meaning.Known(ref, property.span()))
                            .toList();
            case Mention.Identifier identifier -> inIdentifier(identifier, feature);
        };
    }

    /// `cart.AC-1`, for tools whose items cannot have `#` in their names.
    private List<CriterionRef> dotted(String id) {
        return IntStream.range(1, id.length() - 1)
                .filter(i -> id.charAt(i) == '.')
                .mapToObj(i -> CriterionRef.parse(id.substring(0, i) + "#" + id.substring(i + 1)))
                .flatMap(Optional::stream)
                .filter(all::contains)
                .toList();
    }

    private static Optional<Meaning> meaning(
            String id, List<CriterionRef> candidates, Optional<String> feature, SourceSpan span) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        if (candidates.size() == 1) {
            return Optional.of(new Meaning.Known(candidates.getFirst(), span));
        }
        Optional<CriterionRef> featured =
                candidates.stream()
                        .filter(ref -> feature.filter(ref.spec().value()::equals).isPresent())
                        .findFirst();
        return Optional.of(
                featured.<Meaning>map(ref -> new Meaning.Known(ref, span))
                        .orElseGet(() -> new Meaning.Ambiguous(id, candidates, span)));
    }

    /// Ids among the words of a name, the longest first: `profile_update_ac_1_2_rejects` names AC-1.2
    /// where there is one, else AC-1; the words before it may name the spec.
    private List<Meaning> inIdentifier(Mention.Identifier identifier, Optional<String> feature) {
        String[] parts = identifier.name().toLowerCase(Locale.ROOT).split("_+", -1);
        var meanings = new ArrayList<Meaning>();
        int i = 0;
        while (i < parts.length) {
            int end = idEnd(parts, i);
            if (end == i) {
                i++;
                continue;
            }
            String snake = joined(parts, i, end);
            String before = joined(parts, 0, i);
            List<CriterionRef> candidates = bySnake.getOrDefault(snake, List.of());
            List<CriterionRef> withSpec =
                    candidates.stream()
                            .filter(ref -> endsWithWord(before, snake(ref.spec().value())))
                            .toList();
            List<CriterionRef> meant = withSpec.size() == 1 ? withSpec : candidates;
            meaning(snake, meant, feature, identifier.span()).ifPresent(meanings::add);
            i = end;
        }
        return meanings;
    }

    private int idEnd(String[] parts, int from) {
        for (int end = Math.min(parts.length, from + MOST_PARTS); end > from; end--) {
            if (bySnake.containsKey(joined(parts, from, end))) {
                return end;
            }
        }
        return from;
    }

    private static String joined(String[] parts, int from, int to) {
        return String.join("_", List.of(parts).subList(from, to));
    }

    private static boolean endsWithWord(String text, String word) {
        return text.equals(word) || text.endsWith("_" + word);
    }

    private static String snake(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]+", "_");
    }
}
