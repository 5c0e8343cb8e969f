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
        return switch (fact) {
            case Fact.Behaves(Behaviour.Unique(String name, var letters)) ->
                    new Fact.Behaves(new Behaviour.Unique(sent(name), letters));
            case Fact.Behaves(Behaviour.UniqueWithin(String name, var letters, var parent)) ->
                    new Fact.Behaves(new Behaviour.UniqueWithin(sent(name), letters, parent));
            case Fact.Behaves(Behaviour.SetsTo(String name, String value))
                    when !name.equals(value) && isSent(value) ->
                    new Fact.Behaves(new Behaviour.SetsFrom(name, value));
            default -> fact;
        };
    }

    /// Whether a value is the name of a field of the body: "`cancelReason` = `reason`".
    private boolean isSent(String value) {
        return value.matches("[a-z]\\w*")
                && drafts.stream()
                        .flatMap(draft -> draft.fields(Place.BODY).stream())
                        .anyMatch(field -> field.name().equals(value));
    }

    /// Why something cannot be unique within what it is said to be: no path names that.
    Optional<String> stranger(List<Fact> facts) {
        return facts.stream().flatMap(one -> stranger(one).stream()).findFirst();
    }

    private Optional<String> stranger(Fact fact) {
        return fact instanceof Fact.Behaves(Behaviour.UniqueWithin(var _, var _, String parent))
                        && drafts.stream().noneMatch(one -> one.parentNouns().contains(parent))
                ? Optional.of("the path names no '%s'".formatted(parent))
                : Optional.empty();
    }

    private String sent(String name) {
        return drafts.stream()
                .flatMap(draft -> draft.sentNamed(name).stream())
                .map(Field::name)
                .findFirst()
                .orElse(name);
    }
}
