package kiro.spec.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The words of a situation one by one, each with the kinds of words that it is one of.
///
/// The order of the words is not asked: what counts is that every word is of a kind that goes with what is told, and how
/// often a kind occurs. A word that is of none leaves the situation unread.
record Slots(List<Slot> all, String text) {
    /// Marks that say nothing.
    private static final Set<String> QUIET = Set.of(",", "'s", "\"");

    private static final Set<String> PARTICLES =
            Set.of("in", "out", "off", "up", "over", "back", "down", "on", "away");

    Slots {
        all = List.copyOf(all);
    }

    /// A word, or several that are one.
    ///
    /// @param field the field of the request that it names
    record Slot(String key, String text, Set<String> kinds, Optional<String> field) {
        Slot {
            kinds = Set.copyOf(kinds);
        }

        boolean is(String kind) {
            return kinds.contains(kind);
        }
    }

    static Slots of(List<Token> tokens, SlotNames names) {
        var slots = new ArrayList<Slot>();
        int at = 0;
        while (at < tokens.size()) {
            int end = end(tokens, at, names);
            Slot slot = slot(tokens.subList(at, end), names);
            if (!QUIET.contains(slot.key())) {
                slots.add(slot);
            } else if (slot.key().equals("'s") && !slots.isEmpty()) {
                slots.add(possessive(slots.removeLast()));
            }
            at = end;
        }
        return new Slots(PersonSlots.marked(withParticles(slots)), Meaning.words(tokens));
    }

    /// "Checked in" is one word for what was done, where nothing follows that something could be in.
    private static List<Slot> withParticles(List<Slot> slots) {
        var joined = new ArrayList<Slot>();
        for (int at = 0; at < slots.size(); at++) {
            Slot slot = slots.get(at);
            boolean isOpen = slot.kinds().isEmpty() && Words.isDone(slot.key());
            boolean isJoined =
                    isOpen
                            && at + 1 < slots.size()
                            && PARTICLES.contains(slots.get(at + 1).key())
                            && (at + 2 == slots.size()
                                    || Set.of("or", "by").contains(slots.get(at + 2).key())
                                    || slots.get(at + 2).is("still"));
            if (isJoined) {
                String key = slot.key() + " " + slots.get(at + 1).key();
                joined.add(new Slot(key, key, Set.of(), Optional.empty()));
                at++;
            } else {
                joined.add(slot);
            }
        }
        return joined;
    }

    /// "The caller's" says whose it is.
    private static Slot possessive(Slot person) {
        if (!person.is("people")) {
            return person;
        }
        var kinds = new HashSet<>(person.kinds());
        kinds.add("owning");
        return new Slot(person.key(), person.text(), kinds, person.field());
    }

    /// The longest phrase that is known counts.
    private static int end(List<Token> tokens, int at, SlotNames names) {
        for (int end = Math.min(tokens.size(), at + SlotWords.LONGEST); end > at + 1; end--) {
            List<Token> phrase = tokens.subList(at, end);
            boolean isWords = phrase.stream().allMatch(token -> token.is(Token.Kind.WORD));
            if (isWords
                    && (!names.kinds(key(phrase)).isEmpty() || names.field(phrase).isPresent())) {
                return end;
            }
        }
        return at + 1;
    }

    private static Slot slot(List<Token> phrase, SlotNames names) {
        Token first = phrase.getFirst();
        var kinds = new HashSet<String>();
        switch (first.kind()) {
            case WORD ->
                    kinds.addAll(
                            first.key().equals("zero")
                                    ? Set.of("number")
                                    : names.kinds(key(phrase)));
            case CODE -> kinds.addAll(names.names(first));
            case NUMBER -> kinds.add("number");
            case ORDINAL -> kinds.add("ordinal");
            case PARAMETER -> kinds.add("parameter");
            case METHOD, PATH, MARK -> {}
        }
        Optional<String> field = names.field(phrase);
        if (field.isPresent()) {
            kinds.add("field");
        } else if (first.is(Token.Kind.CODE) && kinds.isEmpty()) {
            kinds.add("literal");
        }
        String key = key(phrase).equals("zero") ? "0" : key(phrase);
        return new Slot(key, Meaning.words(phrase), kinds, field);
    }

    private static String key(List<Token> phrase) {
        return String.join(" ", phrase.stream().map(Token::key).toList());
    }

    int count(String kind) {
        return (int) all.stream().filter(slot -> slot.is(kind)).count();
    }

    boolean has(String kind) {
        return count(kind) > 0;
    }

    /// How often something is denied; "neither ... nor" is once.
    int denials() {
        boolean isPair = keys("neg").contains("neither") && keys("neg").contains("nor");
        return count("neg") - (isPair ? 1 : 0);
    }

    List<String> keys(String kind) {
        return all.stream().filter(slot -> slot.is(kind)).map(Slot::key).toList();
    }

    /// The fields that are named, each once.
    List<String> fields() {
        return all.stream().flatMap(slot -> slot.field().stream()).distinct().toList();
    }

    /// The first word that is of none of these kinds.
    Optional<String> stranger(Set<String> kinds) {
        return all.stream()
                .filter(slot -> slot.kinds().stream().noneMatch(kinds::contains))
                .map(Slot::text)
                .findFirst();
    }
}
