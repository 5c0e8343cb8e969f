package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.code.Grammar;
import kiro.code.Symbol;
import kiro.steering.rule.Declared;
import kiro.steering.rule.Part;

/// Reads kinds of declarations: `public methods`, `exported functions and classes`, `controllers`, `Python functions`.
final class KindSlot {
    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final String sentence;
    private final PartSlot parts;

    KindSlot(Lexicon lexicon, List<Token> tokens, String sentence, PartSlot parts) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.sentence = sentence;
        this.parts = parts;
    }

    List<Slots.Filled> fill(int start) {
        int at = start;
        Declared.Reach reach = Declared.Reach.ANY;
        if (tokens.get(at).isWord("public") || tokens.get(at).isWord("exported")) {
            reach = Declared.Reach.EXPORTED;
            at++;
        } else if (tokens.get(at).isWord("private") || tokens.get(at).isWord("internal")) {
            reach = Declared.Reach.LOCAL;
            at++;
        }
        List<Grammar> languages = List.of();
        Optional<Lexicon.Found> language = lexicon.at("language", tokens, at).stream().findFirst();
        if (language.isPresent() && language.get().end() < tokens.size()) {
            languages = grammars(language.get().value());
            at = language.get().end();
        }
        List<Slots.Filled> known = known(start, at, reach, languages);
        boolean mayBeParted = at == start || reach == Declared.Reach.EXPORTED;
        return known.isEmpty() && mayBeParted ? parted(start, at) : known;
    }

    private List<Slots.Filled> known(
            int start, int at, Declared.Reach reach, List<Grammar> languages) {
        var found = new ArrayList<Slots.Filled>();
        Set<Symbol.Kind> kinds = EnumSet.noneOf(Symbol.Kind.class);
        boolean isFirst = true;
        int next = at;
        while (next < tokens.size()) {
            Optional<Lexicon.Found> phrase = lexicon.at("kind", tokens, next).stream().findFirst();
            if (phrase.isEmpty() || (!isFirst && isAlone(phrase.get().value()))) {
                break;
            }
            kinds.addAll(kinds(phrase.get().value()));
            found.addFirst(
                    new Slots.Filled(
                            phrase.get().end(),
                            new Meaning.Kind(
                                    declared(start, phrase.get(), kinds, reach),
                                    languages,
                                    phrase.get().value().equals("CONSTANT"))));
            next = behindSeparator(phrase.get().end());
            if (isAlone(phrase.get().value()) || next == phrase.get().end()) {
                break;
            }
            isFirst = false;
        }
        return found;
    }

    private Declared declared(
            int start, Lexicon.Found last, Set<Symbol.Kind> kinds, Declared.Reach reach) {
        return new Declared(
                raw(start, last.end()),
                kinds,
                reach,
                Optional.empty(),
                last.value().startsWith("TEST_") ? List.of("Test") : List.of());
    }

    /// Types in a part that the lexicon has: `controllers`; or the functions of those that others call: `controller
    /// methods`.
    private List<Slots.Filled> parted(int start, int at) {
        Optional<Slots.Item<Part>> part =
                parts.bare(at).filter(_ -> tokens.get(at).kind() == Token.Kind.WORD);
        if (part.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Slots.Filled>();
        int end = part.get().end();
        lexicon.at("kind", tokens, end).stream()
                .filter(phrase -> phrase.value().endsWith("METHOD") && !isAlone(phrase.value()))
                .findFirst()
                .map(phrase ->
                        kind(
                                start,
                                phrase.end(),
                                part.get().value(),
                                Set.of(Symbol.Kind.FUNCTION, Symbol.Kind.METHOD),
                                Declared.Reach.EXPORTED))
                .ifPresent(found::add);
        if (start == at) {
            found.add(
                    kind(
                            start,
                            end,
                            part.get().value(),
                            Set.of(Symbol.Kind.CLASS),
                            Declared.Reach.ANY));
        }
        return found;
    }

    private Slots.Filled kind(
            int start, int end, Part part, Set<Symbol.Kind> kinds, Declared.Reach reach) {
        return new Slots.Filled(
                end,
                new Meaning.Kind(
                        new Declared(raw(start, end), kinds, reach, Optional.of(part), List.of()),
                        List.of(),
                        false));
    }

    private String raw(int start, int end) {
        return sentence.substring(tokens.get(start).start(), tokens.get(end - 1).end());
    }

    private int behindSeparator(int at) {
        int next = at;
        while (next < tokens.size()
                && (tokens.get(next).isMark(",")
                        || tokens.get(next).isMark("/")
                        || tokens.get(next).isWord("and")
                        || tokens.get(next).isWord("or")
                        || tokens.get(next).isWord("&"))) {
            next++;
        }
        return next;
    }

    private static boolean isAlone(String value) {
        return value.equals("FILE") || value.equals("CONSTANT") || value.startsWith("TEST_");
    }

    private static Set<Symbol.Kind> kinds(String value) {
        return switch (value) {
            case "FILE", "CONSTANT" -> Set.of();
            case "TEST_CLASS" -> Set.of(Symbol.Kind.CLASS);
            case "TEST_METHOD" -> Set.of(Symbol.Kind.METHOD, Symbol.Kind.FUNCTION);
            case "ANY" -> EnumSet.allOf(Symbol.Kind.class);
            case "TYPES" ->
                    EnumSet.complementOf(
                            EnumSet.of(
                                    Symbol.Kind.FUNCTION,
                                    Symbol.Kind.METHOD,
                                    Symbol.Kind.CONSTRUCTOR));
            default ->
                    EnumSet.copyOf(
                            Arrays.stream(value.split(" ")).map(Symbol.Kind::valueOf).toList());
        };
    }

    static List<Grammar> grammars(String value) {
        return Arrays.stream(value.split(" ")).map(Grammar::valueOf).toList();
    }
}
