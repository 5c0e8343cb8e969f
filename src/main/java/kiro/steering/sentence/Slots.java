package kiro.steering.sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import kiro.code.Grammar;
import kiro.steering.rule.NamePattern;
import kiro.steering.rule.Part;
import kiro.steering.rule.Subject;

/// Finds what the words at a place of a sentence can mean in a slot of a form.
final class Slots {
    private static final int MOST_IN_LIST = 24;

    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final String sentence;
    private final SubjectSlot subjects;
    private final PartSlot parts;
    private final KindSlot kinds;
    private final PlaceSlot places;
    private final FreeSlot free;

    /// What stands in a slot.
    ///
    /// @param end the index behind its last token
    record Filled(int end, Meaning meaning) {}

    /// One thing of a list.
    record Item<T>(int end, T value) {}

    Slots(Lexicon lexicon, List<Token> tokens, String sentence) {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.sentence = sentence;
        this.subjects = new SubjectSlot(lexicon, tokens, sentence);
        this.parts = new PartSlot(lexicon, tokens, sentence);
        this.kinds = new KindSlot(lexicon, tokens, sentence, parts);
        this.places = new PlaceSlot(lexicon, tokens, parts);
        this.free = new FreeSlot(lexicon, tokens, sentence);
    }

    List<Filled> fill(String slot, int at) {
        if (at >= tokens.size()) {
            return List.of();
        }
        return switch (slot) {
            case "subjects" -> subjects(at);
            case "act" -> subjects.acts(at);
            case "good" -> subjects.of("good", at);
            case "libraries" -> list(at, subjects::library, Slots::subjects);
            case "arguments" -> list(at, subjects::argument, Slots::subjects);
            case "names" -> isOnlyPart(at) ? List.of() : subjects(at);
            case "part" -> parts.item(at).map(item -> one(item)).stream().toList();
            case "parts" -> list(at, parts::item, Meaning.Parts::new);
            case "paths" -> list(at, parts::path, Meaning.Parts::new);
            case "kind" -> kinds.fill(at);
            case "place" -> places.fill(at, false);
            case "exempt" -> places.fill(at, true);
            case "thing" -> free.things(at);
            case "replacement" -> free.rest(at, true);
            case "free" -> free.rest(at, false);
            case "label" -> label(at);
            case "number" -> number(at);
            default -> words(slot, at);
        };
    }

    private List<Filled> words(String slot, int at) {
        return switch (slot) {
            case "style" -> style(at);
            case "unit" -> phrase(slot, at, value -> new Meaning.Texts(List.of(value)));
            case "below", "everybody" -> phrase(slot, at, Meaning.Free::new);
            case "doc" -> phrase(slot, at, Slots::language);
            case "todo" -> phrase(slot, at, value -> new Meaning.Texts(List.of(value)));
            case "wild", "iam-wild" -> policies(slot, at);
            case "secrets", "configured" -> texts(at, index -> known(slot, index));
            case "setting" -> phrase(slot, at, value -> new Meaning.Texts(List.of(value)));
            case "type-kind" -> phrase(slot, at, value -> new Meaning.Texts(List.of(value)));
            case "runtimes" -> texts(at, this::code);
            case "fields", "stores", "open-stores", "services", "banned-services" ->
                    texts(at, index -> known(slot, index));
            case "codes", "packages" -> texts(at, this::code);
            case "affixes" -> texts(at, this::affix);
            case "annotations" -> texts(at, this::annotation);
            case "tags" -> texts(at, this::tag);
            case "regions" -> texts(at, this::region);
            case "type", "name", "text", "regex" ->
                    code(at).stream()
                            .map(item -> new Filled(item.end(), new Meaning.Texts(item.value())))
                            .toList();
            default -> throw new IllegalStateException("no slot is called " + slot);
        };
    }

    /// `CamelCase` with a capital is one style to some and the other to others.
    private List<Filled> style(int at) {
        boolean isUnclear = sentence.startsWith("CamelCase", tokens.get(at).start());
        return isUnclear
                ? List.of()
                : phrase(
                        "style",
                        at,
                        value ->
                                new Meaning.Style(
                                        new NamePattern.Cased(NamePattern.Style.valueOf(value))));
    }

    private List<Filled> subjects(int at) {
        return list(at, subjects::item, Slots::subjects);
    }

    private static Meaning subjects(List<List<Subject>> lists) {
        return new Meaning.Subjects(lists.stream().flatMap(List::stream).toList());
    }

    private boolean isOnlyPart(int at) {
        return parts.item(at).isPresent();
    }

    private static Filled one(Item<Part> item) {
        return new Filled(item.end(), new Meaning.Parts(List.of(item.value())));
    }

    private List<Filled> phrase(String head, int at, Function<String, Meaning> meaning) {
        return lexicon.at(head, tokens, at).stream()
                .limit(1)
                .map(found -> new Filled(found.end(), meaning.apply(found.value())))
                .toList();
    }

    private List<Filled> policies(String head, int at) {
        return phrase(head, at, value -> new Meaning.Texts(List.of(value.split(" "))));
    }

    static Meaning language(String value) {
        List<Grammar> languages =
                value.equals(value.toUpperCase(Locale.ROOT))
                        ? Arrays.stream(value.split(" ")).flatMap(Slots::grammars).toList()
                        : List.of();
        return new Meaning.Place(List.of(), List.of(), Optional.empty(), languages);
    }

    private static Stream<Grammar> grammars(String name) {
        return name.equals("SCRIPT")
                ? Stream.of(Grammar.JAVASCRIPT, Grammar.TYPESCRIPT, Grammar.TSX)
                : Stream.of(Grammar.valueOf(name));
    }

    private List<Filled> number(int at) {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.NUMBER || !token.key().matches("\\d{1,6}")) {
            return List.of();
        }
        return List.of(new Filled(at + 1, new Meaning.Amount(Integer.parseInt(token.key()))));
    }

    /// Up to three words that limit nothing, before a colon or a dash.
    private List<Filled> label(int at) {
        int end = at;
        while (end < tokens.size()
                && end - at < 4
                && tokens.get(end).kind() == Token.Kind.WORD
                && lexicon.isNeutral(tokens.get(end).key())) {
            end++;
        }
        boolean isLabel =
                end > at
                        && end < tokens.size()
                        && (tokens.get(end).isMark(":") || tokens.get(end).isMark("-"));
        return isLabel ? List.of(new Filled(end, new Meaning.Free(""))) : List.of();
    }

    private List<Filled> texts(int at, IntFunction<Optional<Item<List<String>>>> item) {
        return list(
                at,
                item,
                lists ->
                        new Meaning.Texts(
                                lists.stream().flatMap(List::stream).distinct().toList()));
    }

    private Optional<Item<List<String>>> known(String head, int at) {
        List<Lexicon.Found> found = lexicon.at(head, tokens, at);
        if (found.isEmpty()) {
            return head.equals("fields") ? code(at) : Optional.empty();
        }
        String value = found.getFirst().value();
        List<String> texts = value.equals("ALL") ? List.of() : List.of(value.split(" "));
        return Optional.of(new Item<>(found.getFirst().end(), texts));
    }

    private Optional<Item<List<String>>> code(int at) {
        return at < tokens.size() && tokens.get(at).isLiteral()
                ? Optional.of(new Item<>(at + 1, List.of(tokens.get(at).key())))
                : Optional.empty();
    }

    private Optional<Item<List<String>>> affix(int at) {
        return code(at).map(item ->
                        new Item<>(
                                item.end(),
                                item.value().stream()
                                        .map(text -> text.replaceAll("^[*-]+|[*]+$", ""))
                                        .toList()))
                .filter(item -> item.value().stream().allMatch(text -> text.matches("[\\w.-]+")));
    }

    private Optional<Item<List<String>>> annotation(int at) {
        return code(at).map(item ->
                        new Item<>(
                                item.end(),
                                item.value().stream()
                                        .map(text ->
                                                text.replaceAll("^(?:@|#\\[)|\\]$|\\(.*\\)$", ""))
                                        .toList()))
                .filter(item -> item.value().stream().allMatch(text -> text.matches("[\\w.:]+")));
    }

    /// A key in code, in quotes, or a word with a capital.
    private Optional<Item<List<String>>> tag(int at) {
        return code(at).or(() -> {
            if (at >= tokens.size() || tokens.get(at).kind() != Token.Kind.WORD) {
                return Optional.empty();
            }
            String raw = sentence.substring(tokens.get(at).start(), tokens.get(at).end());
            return raw.matches("[A-Z][A-Za-z0-9:_-]*")
                    ? Optional.of(new Item<>(at + 1, List.of(raw)))
                    : Optional.empty();
        });
    }

    private Optional<Item<List<String>>> region(int at) {
        return at < tokens.size() && tokens.get(at).key().matches("[a-z]{2}(?:-gov)?-[a-z]+-\\d")
                ? Optional.of(new Item<>(at + 1, List.of(tokens.get(at).key())))
                : Optional.empty();
    }

    /// All lists that begin at a token, the longest first.
    private <T> List<Filled> list(
            int at, IntFunction<Optional<Item<T>>> item, Function<List<T>, Meaning> meaning) {
        var found = new ArrayList<Filled>();
        var values = new ArrayList<T>();
        int next = at;
        while (next < tokens.size() && values.size() < MOST_IN_LIST) {
            Optional<Item<T>> one = item.apply(next);
            if (one.isEmpty()) {
                break;
            }
            values.add(one.get().value());
            found.addFirst(new Filled(one.get().end(), meaning.apply(List.copyOf(values))));
            next = behindSeparator(one.get().end());
            if (next == one.get().end()) {
                break;
            }
        }
        return found;
    }

    private int behindSeparator(int at) {
        int next = at;
        while (next < tokens.size()
                && next < at + 3
                && (tokens.get(next).isMark(",")
                        || tokens.get(next).isMark("/")
                        || tokens.get(next).isWord("or")
                        || tokens.get(next).isWord("and")
                        || tokens.get(next).isWord("nor")
                        || tokens.get(next).isWord("&"))) {
            next++;
        }
        return next;
    }
}
