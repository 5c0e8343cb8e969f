package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiro.code.Grammar;
import kiro.steering.rule.Part;
import kiro.text.PathGlob;

/// Reads where something holds: in tests, in a language, below a path, in controllers.
final class PlaceSlot {
    private static final Meaning.Place ALL =
            new Meaning.Place(List.of(), List.of(), Optional.empty(), List.of());

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final PartSlot parts;

    PlaceSlot(Lexicon lexicon, List<Token> tokens, PartSlot parts) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.parts = parts;
    }

    /// @param isException whether the words say where something does not hold
    List<Slots.Filled> fill(int at, boolean isException) {
        var found = new ArrayList<Slots.Filled>();
        var globs = new ArrayList<PathGlob>();
        var languages = new ArrayList<Grammar>();
        int next = at;
        while (next < tokens.size()) {
            Optional<Slots.Filled> one = one(next, isException);
            if (one.isEmpty() || !(one.get().meaning() instanceof Meaning.Place place)) {
                break;
            }
            int end = one.get().end();
            if (place.part().isPresent() || !place.except().isEmpty() || place.equals(ALL)) {
                if (next == at) {
                    found.add(one.get());
                }
                break;
            }
            globs.addAll(place.within());
            languages.addAll(place.languages());
            boolean isMixed = !globs.isEmpty() && !languages.isEmpty();
            if (!isMixed) {
                found.addFirst(
                        new Slots.Filled(
                                end,
                                new Meaning.Place(globs, List.of(), Optional.empty(), languages)));
            }
            next = behindSeparator(end);
            if (next == end) {
                break;
            }
        }
        return found;
    }

    private Optional<Slots.Filled> one(int at, boolean isException) {
        Optional<Lexicon.Found> place = lexicon.at("place", tokens, at).stream().findFirst();
        Optional<Lexicon.Found> language = lexicon.at("language", tokens, at).stream().findFirst();
        if (language.isPresent()
                && (place.isEmpty() || language.get().end() >= place.get().end())) {
            return Optional.of(
                    new Slots.Filled(
                            language.get().end(),
                            new Meaning.Place(
                                    List.of(),
                                    List.of(),
                                    Optional.empty(),
                                    KindSlot.grammars(language.get().value()))));
        }
        if (place.isPresent()) {
            return named(place.get(), isException);
        }
        return parts.item(at).flatMap(item -> ofPart(item, isException));
    }

    private Optional<Slots.Filled> named(Lexicon.Found place, boolean isException) {
        return switch (place.value()) {
            case "ALL" ->
                    isException
                            ? Optional.empty()
                            : Optional.of(new Slots.Filled(place.end(), ALL));
            case "PRODUCTION" ->
                    isException
                            ? Optional.empty()
                            : Optional.of(
                                    new Slots.Filled(
                                            place.end(),
                                            new Meaning.Place(
                                                    List.of(),
                                                    lexicon.globs("TESTS"),
                                                    Optional.empty(),
                                                    List.of())));
            default ->
                    Optional.of(
                            new Slots.Filled(
                                    place.end(),
                                    new Meaning.Place(
                                            lexicon.globs(place.value()),
                                            List.of(),
                                            Optional.empty(),
                                            List.of())));
        };
    }

    /// An exception must not be narrower than its words, so a part whose types tell it is none.
    private static Optional<Slots.Filled> ofPart(Slots.Item<Part> item, boolean isException) {
        Part part = item.value();
        if (part.path().isPresent()) {
            return Optional.of(
                    new Slots.Filled(
                            item.end(),
                            new Meaning.Place(
                                    List.of(part.path().get()),
                                    List.of(),
                                    Optional.empty(),
                                    List.of())));
        }
        boolean isUsable =
                !part.words().isEmpty() && !(isException && !part.annotations().isEmpty());
        return isUsable
                ? Optional.of(
                        new Slots.Filled(
                                item.end(),
                                new Meaning.Place(
                                        PartSlot.globs(part).stream()
                                                .flatMap(glob -> PathGlob.parse(glob).stream())
                                                .toList(),
                                        List.of(),
                                        Optional.of(part),
                                        List.of())))
                : Optional.empty();
    }

    private int behindSeparator(int at) {
        int next = at;
        while (next < tokens.size()
                && (tokens.get(next).isMark(",")
                        || tokens.get(next).isMark("/")
                        || tokens.get(next).isWord("and")
                        || tokens.get(next).isWord("or"))) {
            next++;
        }
        return next;
    }
}
