package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiro.spec.rest.FieldColumns.Column;

/// Goes through the parts of a spec, takes the fields that are listed, and keeps the sentences for later.
final class PartReader {
    private static final Set<String> ANSWERING =
            Set.of("response", "answer", "answers", "returns", "responds", "result", "return");

    /// Words that only say that an example is one.
    private static final Set<String> AROUND_EXAMPLES =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "request",
                    "response",
                    "answer",
                    "body",
                    "is",
                    "looks",
                    "like",
                    "json",
                    "object",
                    "with",
                    ".",
                    ":",
                    "payload",
                    "of",
                    "form",
                    "it",
                    "has");

    private final FieldListReader lists;
    private final List<Declared> fields = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<UnreadSentence> unread = new ArrayList<>();
    private final List<Gaps.Gap> gaps = new ArrayList<>();
    private String section = "";

    PartReader(FieldListReader lists) {
        this.lists = lists;
    }

    List<Declared> fields() {
        return List.copyOf(fields);
    }

    /// The sentences that list no fields, in the order of the file.
    List<Sentence> sentences() {
        return List.copyOf(sentences);
    }

    List<UnreadSentence> unread() {
        return List.copyOf(unread);
    }

    /// The fields that were not understood.
    List<Gaps.Gap> gaps() {
        return List.copyOf(gaps);
    }

    /// Where the blocks stand: below which words on fields, below which route.
    private record Around(Optional<Place> place, Optional<Route> route) {
        Around with(Optional<Place> intro) {
            return new Around(intro, route);
        }
    }

    void read(Part part) {
        if ((part.kind() != Part.Kind.READ && part.kind() != Part.Kind.CRITERIA)
                || saysNothing(part.blocks())) {
            return;
        }
        section = part.heading();
        Optional<Place> place = lists.intro(Lexer.tokens(heading(part)));
        blocks(part.blocks(), new Around(place, part.route().or(() -> onlyRoute(part))));
    }

    /// The route that a section defines, where it defines just one: what stands below it is about that.
    private static Optional<Route> onlyRoute(Part part) {
        List<Route> routes = EndpointFinder.defined(part.blocks());
        return part.kind() == Part.Kind.READ && routes.size() == 1
                ? Optional.of(routes.getFirst())
                : Optional.empty();
    }

    /// Whether a section has one word, and that is that there is nothing to say.
    private static boolean saysNothing(List<Block> blocks) {
        if (blocks.size() != 1) {
            return false;
        }
        return switch (blocks.getFirst()) {
            case Block.Text text -> isNone(text.words());
            case Block.Item item -> item.below().isEmpty() && isNone(item.words());
            case Block.Table _, Block.Code _ -> false;
        };
    }

    private static boolean isNone(SourcedText words) {
        return words.text().strip().matches("(?i)(?:none|n/a|nothing|no constraints)\\.?");
    }

    private static String heading(Part part) {
        String words = part.heading().replaceAll("^[\\d.)\\s]+", "");
        return words.length() > 200 ? "" : words;
    }

    private void blocks(List<Block> all, Around around) {
        List<Block> blocks = BrokenText.joined(all);
        Optional<Place> introduced = Optional.empty();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean goesOn = i + 1 < blocks.size() && !(blocks.get(i + 1) instanceof Block.Text);
            boolean isExample = goesOn && blocks.get(i + 1) instanceof Block.Code;
            Around here = introduced.isPresent() ? around.with(introduced) : around;
            switch (block) {
                case Block.Text text -> {
                    introduced = text(text.words(), around, goesOn);
                    if (introduced.isEmpty() && isExample) {
                        introduced = spoken(sentence(text.words(), around));
                    }
                }
                case Block.Item item -> {
                    Optional<Place> table = aboveTable(item, blocks.subList(i + 1, blocks.size()));
                    if (table.isEmpty()) {
                        item(item, here);
                    }
                    introduced = table.isPresent() ? table : introduced;
                }
                case Block.Table table -> {
                    table(table, here);
                    introduced = Optional.empty();
                }
                case Block.Code code -> {
                    code(code, here);
                    introduced = Optional.empty();
                }
            }
        }
    }

    /// What the last item of a list introduces, where it ends in a colon and a table follows the list.
    private Optional<Place> aboveTable(Block.Item item, List<Block> following) {
        boolean introduces =
                item.below().isEmpty()
                        && item.words().text().strip().endsWith(":")
                        && !following.isEmpty()
                        && following.getFirst() instanceof Block.Table;
        return introduces ? lists.intro(Lexer.tokens(item.words().text())) : Optional.empty();
    }

    /// Keeps the sentences; answers what the last one introduces, where a list or table follows.
    private Optional<Place> text(SourcedText words, Around around, boolean goesOn) {
        List<Sentence> parts =
                Continuations.joined(
                        Sentences.of(words).stream().map(one -> sentence(one, around)).toList());
        for (int i = 0; i < parts.size(); i++) {
            Sentence sentence = parts.get(i);
            boolean isLast = i == parts.size() - 1;
            if (isLast && (goesOn || sentence.text().endsWith(":"))) {
                Optional<Place> intro = lists.intro(sentence.tokens());
                if (intro.isPresent()) {
                    return intro;
                }
            }
            sentence(sentence);
        }
        return Optional.empty();
    }

    /// What a sentence before an example speaks of: the answer, or the body of the request.
    private static Optional<Place> spoken(Sentence sentence) {
        List<String> words = sentence.tokens().stream().map(Token::key).toList();
        if (words.stream().anyMatch(ANSWERING::contains)) {
            return Optional.of(Place.RESPONSE);
        }
        return words.contains("body") || words.contains("request")
                ? Optional.of(Place.BODY)
                : Optional.empty();
    }

    private Sentence sentence(SourcedText words, Around around) {
        return Sentence.of(words, section, around.route(), Optional.empty());
    }

    private void sentence(Sentence whole) {
        Sentence sentence = withoutExamples(whole);
        boolean isWholeExample =
                !whole.tokens().isEmpty()
                        && (sentence.tokens().isEmpty()
                                || (sentence.tokens().size() < whole.tokens().size()
                                        && sentence.tokens().stream()
                                                .map(Token::key)
                                                .allMatch(AROUND_EXAMPLES::contains)));
        if (isWholeExample) {
            return;
        }
        if (take(lists.line(sentence), Place.UNSAID, sentence)) {
            lists.status(sentence).ifPresent(status -> sentences.add(answering(sentence, status)));
        } else if (!headAndFields(sentence)) {
            sentences.add(sentence);
        }
    }

    /// The sentence as one that says with which status a request is answered.
    private static Sentence answering(Sentence sentence, Token status) {
        return sentence.withTokens(
                List.of(
                        new Token(Token.Kind.WORD, "answer", "answer", 0, 0),
                        new Token(Token.Kind.MARK, ":", ":", 0, 0),
                        status));
    }

    /// "It answers 201 and the task: `id`, `title`." is a sentence, and the fields that it is about; so it is with the
    /// fields in brackets.
    private boolean headAndFields(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = tokens.size() - 1; i > 2; i--) {
            if (tokens.get(i).isMark(":")) {
                return headAndFields(
                        sentence, tokens.subList(0, i), tokens.subList(i + 1, tokens.size()));
            }
        }
        int end = tokens.size() - 1;
        while (end > 0 && tokens.get(end).isMark(".")) {
            end--;
        }
        for (int close = end; close > 2; close--) {
            if (!tokens.get(close).isMark(")")) {
                continue;
            }
            for (int open = close; open > 2; open--) {
                if (tokens.get(open).isMark("(")) {
                    var head = new ArrayList<>(tokens.subList(0, open));
                    head.addAll(tokens.subList(close + 1, tokens.size()));
                    return headAndFields(sentence, head, tokens.subList(open + 1, close));
                }
            }
        }
        return false;
    }

    private boolean headAndFields(Sentence sentence, List<Token> head, List<Token> listed) {
        boolean isOfAnswers = head.stream().map(Token::key).anyMatch(ANSWERING::contains);
        boolean isFields =
                isOfAnswers
                        && take(
                                lists.rest(sentence, listed, Place.RESPONSE),
                                Place.RESPONSE,
                                sentence);
        if (isFields) {
            sentences.add(sentence.withTokens(head));
        }
        return isFields;
    }

    /// Takes the fields of examples in JSON; answers the sentence without them.
    private Sentence withoutExamples(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            List<Field> example = JsonExample.fields(tokens.get(i), sentence.span());
            if (example.isEmpty()) {
                continue;
            }
            boolean isOfAnswers =
                    tokens.subList(0, i).stream().map(Token::key).anyMatch(ANSWERING::contains);
            Place place = isOfAnswers ? Place.RESPONSE : Place.BODY;
            example.forEach(field -> fields.add(new Declared(place, field, sentence)));
            return sentence.withTokens(JsonExample.without(tokens, i));
        }
        return sentence;
    }

    private boolean take(FieldListReader.Reading reading, Place place, Sentence sentence) {
        return switch (reading) {
            case FieldListReader.Reading.Fields read -> fields.addAll(read.fields());
            case FieldListReader.Reading.Refused refused -> {
                gaps.add(new Gaps.Gap(place, sentence));
                yield unread.add(sentence.unread(refused.reason()));
            }
            case FieldListReader.Reading.NotFields notFields -> false;
        };
    }

    private void item(Block.Item item, Around around) {
        if (item.words().isBlank()) {
            blocks(item.below(), around);
            return;
        }
        Optional<Route> route = EndpointFinder.definedBy(item.words().text()).or(around::route);
        var inner = new Around(Optional.empty(), route);
        if (!item.below().isEmpty()) {
            blocks(item.below(), inner.with(text(item.words(), inner, true)));
            return;
        }
        Optional<Place> place = around.place().filter(where -> where != Place.ERRORS);
        Sentence whole = sentence(item.words(), around);
        if (place.isPresent() && take(lists.item(place.get(), whole), place.get(), whole)) {
            return;
        }
        text(item.words(), inner, false);
    }

    private void table(Block.Table table, Around around) {
        FieldColumns columns = FieldColumns.of(table.header());
        boolean isOfFields =
                columns.has(Column.NAME)
                        && !columns.has(Column.STATUS)
                        && !columns.has(Column.METHOD);
        for (Block.Row row : table.rows()) {
            Sentence sentence = sentence(row.line(), around);
            if (isOfFields) {
                Place place = around.place().orElse(Place.UNSAID);
                OtherValues others = OtherValues.in(row, columns);
                take(lists.row(place, columns, others.row(), sentence), place, sentence);
                sentences.addAll(others.sentences(columns, sentence));
            } else if (columns.has(Column.STATUS)) {
                sentences.add(answer(columns, row, sentence));
            } else if (columns.has(Column.METHOD) && columns.has(Column.PATH)) {
                sentences.add(endpoint(columns, row, sentence));
            } else if (table.header().size() == 2) {
                sentences.add(pair(row.cells(), sentence));
            } else {
                unread.add(sentence.unread("what the columns of the table mean is not known"));
            }
        }
    }

    /// A row of statuses and situations, as one sentence.
    private static Sentence answer(FieldColumns columns, Block.Row row, Sentence sentence) {
        String status = row.cell(columns.index(Column.STATUS));
        int situation =
                columns.has(Column.SITUATION)
                        ? columns.index(Column.SITUATION)
                        : columns.index(Column.TEXT);
        return sentence.withTokens(joined(status, "-", row.cell(situation)));
    }

    private static Sentence endpoint(FieldColumns columns, Block.Row row, Sentence sentence) {
        String route =
                row.cell(columns.index(Column.METHOD)) + " " + row.cell(columns.index(Column.PATH));
        String text = row.cell(columns.index(Column.TEXT));
        return sentence.withTokens(text.isBlank() ? Lexer.tokens(route) : joined(route, "-", text));
    }

    private static Sentence pair(List<String> cells, Sentence sentence) {
        return cells.size() < 2
                ? sentence
                : sentence.withTokens(joined(cells.getFirst(), ":", cells.get(1)));
    }

    private static List<Token> joined(String first, String mark, String second) {
        var tokens = new ArrayList<>(Lexer.tokens(first));
        tokens.add(new Token(Token.Kind.MARK, mark, mark, 0, 0));
        tokens.addAll(Lexer.tokens(second));
        return tokens;
    }

    private void code(Block.Code code, Around around) {
        String first = code.text().text().lines().findFirst().orElse("").strip();
        boolean isRoute =
                code.text().text().strip().lines().count() == 1
                        && EndpointFinder.definedBy(first).isPresent();
        Sentence origin = sentence(code.text(), around);
        List<Field> example = JsonExample.fields(code.text().text(), origin.span());
        Optional<Place> place =
                around.place().filter(one -> one == Place.BODY || one == Place.RESPONSE);
        if (!example.isEmpty() && place.isPresent()) {
            example.forEach(field -> fields.add(new Declared(place.get(), field, origin)));
        } else if (!isRoute) {
            unread.add(
                    sentence(code.text(), around)
                            .unread("a block of code is not read: say what it requires in words"));
        }
    }
}
