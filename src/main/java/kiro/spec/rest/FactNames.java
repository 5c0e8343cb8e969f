package kiro.spec.rest;

import java.util.List;
import java.util.Optional;

/// Gives facts the fields' own names, where their sentences have them in other words.
final class FactNames {
    private final List<EndpointDraft> drafts;

    FactNames(List<EndpointDraft> drafts) {
        this.drafts = List.copyOf(drafts);
    }

    /// What is sorted by a time that is told in words is sorted by the field for it.
    Fact ofTime(Fact fact, Meaning meaning, Objections objections) {
        if (!(fact instanceof Fact.Behaves(Behaviour.Sorts(String name, var direction, var then)))
                || !meaning.has("TimeWord")) {
            return fact;
        }
        Optional<String> field =
                drafts.stream().flatMap(draft -> draft.timeNamed(name).stream()).findFirst();
        if (field.isEmpty()) {
            objections.add("which time '%s' is about is not clear".formatted(name));
        }
        return new Fact.Behaves(new Behaviour.Sorts(field.orElse(name), direction, then));
    }

    /// The fact with the field's own name, where the sentence has it in other words.
    Fact named(Fact fact) {
        return fact
                        instanceof
                        Fact.Behaves(Behaviour.Unique(String name, Behaviour.Letters letters))
                ? new Fact.Behaves(
                        new Behaviour.Unique(
                                drafts.stream()
                                        .flatMap(draft -> draft.sentNamed(name).stream())
                                        .map(Field::name)
                                        .findFirst()
                                        .orElse(name),
                                letters))
                : fact;
    }
}
