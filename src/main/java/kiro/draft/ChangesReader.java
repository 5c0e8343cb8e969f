package kiro.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.AcceptanceCriterion;
import kiro.spec.CriterionId;
import kiro.spec.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the arguments of the tool by which a model proposes changes of a spec.
final class ChangesReader {
    private static final int MOST = 60;

    private final Spec spec;
    private final Set<CriterionId> rewordable;
    private final String text;

    /// @param rewordable the criteria that something is to be said better of
    ChangesReader(Spec spec, Set<CriterionId> rewordable) {
        this.spec = spec;
        this.rewordable = Set.copyOf(rewordable);
        this.text = flat(spec.document().text());
    }

    /// @param problems what of it cannot be used
    record Reading(List<Change> changes, List<String> problems) {
        Reading {
            changes = List.copyOf(changes);
            problems = List.copyOf(problems);
        }
    }

    Reading read(String arguments) {
        var changes = new ArrayList<Change>();
        var problems = new ArrayList<String>();
        Set<CriterionId> seen = new HashSet<>();
        JsonNode node = object(arguments, problems);
        for (JsonNode each : node.path("reword")) {
            reworded(each, problems).filter(one -> seen.add(one.id())).ifPresent(changes::add);
        }
        for (JsonNode each : node.path("add")) {
            added(each, problems).filter(one -> !changes.contains(one)).ifPresent(changes::add);
        }
        if (changes.size() > MOST) {
            problems.add("more than %d changes: the first count".formatted(MOST));
        }
        return new Reading(changes.subList(0, Math.min(MOST, changes.size())), problems);
    }

    private static JsonNode object(String arguments, List<String> problems) {
        try {
            JsonNode node = JsonMapper.shared().readTree(arguments);
            if (!node.isObject()) {
                problems.add("the arguments are no JSON object");
            }
            return node;
        } catch (JacksonException malformed) {
            problems.add("the arguments are no JSON: " + malformed.getOriginalMessage());
            return JsonMapper.shared().createObjectNode();
        }
    }

    private Optional<Change.Reworded> reworded(JsonNode node, List<String> problems) {
        String id = node.path("id").asString("");
        Optional<AcceptanceCriterion> criterion = CriterionId.parse(id).flatMap(spec::criterion);
        if (criterion.isEmpty() || !rewordable.contains(criterion.get().id())) {
            problems.add(
                    criterion.isEmpty()
                            ? "there is no criterion '%s'".formatted(id)
                            : "%s: nothing is found about it, it stays as it is".formatted(id));
            return Optional.empty();
        }
        Optional<String> words = words(node, id, problems);
        if (words.isEmpty() || words.get().equals(criterion.get().text())) {
            return Optional.empty();
        }
        Optional<String> changed = Sense.changed(criterion.get().text(), words.get());
        if (changed.isPresent()) {
            problems.add("%s '%s': %s".formatted(id, words.get(), changed.get()));
            return Optional.empty();
        }
        return Optional.of(
                new Change.Reworded(criterion.get().id(), criterion.get().text(), words.get()));
    }

    private Optional<Change.Added> added(JsonNode node, List<String> problems) {
        Optional<String> words = words(node, "add", problems);
        String because = flat(node.path("because").asString(""));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (because.length() < 8 || !text.contains(because)) {
            problems.add(
                    "'%s': '%s' is no sentence of the spec: quote the one that it follows from, word for word"
                            .formatted(words.get(), because));
            return Optional.empty();
        }
        return Optional.of(new Change.Added(words.get(), because));
    }

    private static Optional<String> words(JsonNode node, String where, List<String> problems) {
        String text = node.path("text").asString("").strip();
        Optional<String> words =
                ProposalReader.fault(text)
                        .map(fault -> where + ": " + fault)
                        .map(fault -> {
                            problems.add(fault);
                            return Optional.<String>empty();
                        })
                        .orElseGet(() -> LineShape.ITEM.with(text).map(LineShape.ITEM::wordsOf));
        return words;
    }

    private static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }
}
