package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kiro.spec.rest.Field.Presence;

/// Reads the fields in list items, table rows and lines such as "Request fields: `id`, `name`".
final class FieldListReader {
    private final Comprehension comprehension;

    FieldListReader(Comprehension comprehension) {
        this.comprehension = comprehension;
    }

    /// What came of reading a sentence as a field, or as several.
    sealed interface Reading {
        record Fields(List<Declared> fields) implements Reading {
            public Fields {
                fields = List.copyOf(fields);
            }
        }

        /// They are fields, but something about them cannot be right or is not understood.
        record Refused(String reason) implements Reading {}

        /// It speaks of something else.
        record NotFields() implements Reading {}
    }

    /// Where the words say that the following fields stand: "Request body:".
    Optional<Place> intro(List<Token> tokens) {
        return comprehension
                .read("Intro", tokens)
                .or(() -> comprehension.read("Intro", withoutBrackets(tokens)))
                .map(meaning -> place(meaning).orElse(Place.UNSAID));
    }

    /// "Response fields (of each parcel):" or "Response fields, for each parcel:" without what the brackets, or what stands
    /// behind the comma, explain.
    private static List<Token> withoutBrackets(List<Token> tokens) {
        int open =
                IntStream.range(0, tokens.size())
                        .filter(i -> tokens.get(i).isMark("(") || tokens.get(i).isMark(","))
                        .findFirst()
                        .orElse(-1);
        boolean isLast =
                open > 0
                        && tokens.size() > open + 3
                        && tokens.getLast().isMark(":")
                        && (tokens.get(open).isMark(",")
                                || tokens.get(tokens.size() - 2).isMark(")"))
                        && Set.of("of", "each", "for", "every")
                                .contains(tokens.get(open + 1).key());
        if (!isLast) {
            return List.of();
        }
        var plain = new ArrayList<>(tokens.subList(0, open));
        plain.add(tokens.getLast());
        return plain;
    }

    static Optional<Place> place(Meaning meaning) {
        if (meaning.has("AllFields")) {
            return Optional.of(Place.BOTH);
        }
        if (meaning.has("RequestFields")
                || meaning.has("RequestIntro")
                || meaning.has("RequestSubject")) {
            return Optional.of(Place.BODY);
        }
        if (meaning.has("ResponseFields")
                || meaning.has("ResponseIntro")
                || meaning.has("ReturnsWith")
                || meaning.has("ResponseSubject")) {
            return Optional.of(Place.RESPONSE);
        }
        if (meaning.has("QueryFields") || meaning.has("QueryLead")) {
            return Optional.of(Place.QUERY);
        }
        if (meaning.has("ParameterFields")) {
            return Optional.of(Place.PARAMETERS);
        }
        if (meaning.has("PathFields")) {
            return Optional.of(Place.PATH);
        }
        if (meaning.has("HeaderFields")) {
            return Optional.of(Place.HEADER);
        }
        return meaning.has("Errors") ? Optional.of(Place.ERRORS) : Optional.empty();
    }

    /// A line that names where fields stand, and the fields.
    Reading line(Sentence sentence) {
        Optional<Meaning> read = comprehension.read("FieldLine", sentence.tokens());
        if (read.isEmpty()) {
            return new Reading.NotFields();
        }
        Meaning meaning = read.get();
        Optional<Route> named = meaning.words("LineRoute").flatMap(EndpointFinder::definedBy);
        return fields(
                meaning,
                place(meaning).orElse(Place.UNSAID),
                named.isPresent() ? sentence.around(named) : sentence);
    }

    /// The status that a line of fields names beside: "Response (201): `id`, `title`".
    Optional<Token> status(Sentence sentence) {
        return comprehension
                .read("FieldLine", sentence.tokens())
                .flatMap(meaning -> meaning.token("NoteStatus"));
    }

    /// A line of fields behind words that were understood by themselves.
    Reading rest(Sentence sentence, List<Token> tokens, Place place) {
        return comprehension
                .read("LineFields", tokens)
                .filter(meaning -> meaning.tree().all("LineField").size() > 1)
                .map(meaning -> fields(meaning, place, sentence))
                .orElseGet(Reading.NotFields::new);
    }

    private Reading fields(Meaning meaning, Place place, Sentence sentence) {
        List<Tree> names = meaning.tree().all("LineField");
        if (names.size() == 1 && !isSurelyOne(meaning)) {
            return new Reading.NotFields();
        }
        var objections = new Objections();
        var fields = new ArrayList<Declared>();
        for (Tree name : names) {
            fields.add(
                    declared(
                            place,
                            meaning.of(name),
                            presence(meaning, name),
                            sentence,
                            objections));
        }
        return objections
                .first()
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Fields(fields));
    }

    /// What the line says of all its fields.
    private static Presence presence(Meaning line, Tree name) {
        if (isWithin(line, "MustFields", name)) {
            return Presence.REQUIRED;
        }
        if (isWithin(line, "MayFields", name)) {
            return Presence.OPTIONAL;
        }
        if (line.has("AllOptional")) {
            return Presence.OPTIONAL;
        }
        return line.has("AllRequired") ? Presence.REQUIRED : Presence.NOT_STATED;
    }

    private static boolean isWithin(Meaning line, String node, Tree name) {
        return line.tree()
                .first(node)
                .map(found -> found.start() <= name.start() && name.end() <= found.end())
                .orElse(false);
    }

    /// One plain word can be a field's name, or mean the resource or anything else.
    private static boolean isSurelyOne(Meaning meaning) {
        return !meaning.has("PlainFieldName");
    }

    /// A list item below words that introduce fields.
    Reading item(Place place, Sentence sentence) {
        Optional<Meaning> read = comprehension.read("FieldItem", sentence.tokens());
        if (read.isPresent()) {
            return field(place, read.get(), sentence);
        }
        List<Token> tokens = sentence.tokens();
        for (int end = 1; end < tokens.size(); end++) {
            if (!tokens.get(end).isMark(":") && !tokens.get(end).isMark("-")) {
                continue;
            }
            Optional<Meaning> head = comprehension.read("FieldItem", tokens.subList(0, end));
            List<Token> tail = tokens.subList(end + 1, tokens.size());
            boolean isGloss = place == Place.RESPONSE && isGloss(tail);
            Optional<List<Meaning>> rules =
                    head.flatMap(_ ->
                            isGloss
                                    ? Optional.of(List.of())
                                    : DescribedRules.of(comprehension, tail));
            if (rules.isPresent()) {
                return field(place, head.get(), rules.get(), sentence);
            }
        }
        boolean isNamed =
                comprehension
                        .read("FieldItem", tokens.subList(0, Math.min(1, tokens.size())))
                        .isPresent();
        return isNamed && tokens.getFirst().is(Token.Kind.CODE)
                ? new Reading.Refused(comprehension.reason("FieldItem", sentence))
                : new Reading.NotFields();
    }

    /// Whether the words only say of which moment a time in an answer is, or in which state a value is null.
    private boolean isGloss(List<Token> tokens) {
        return AnswerGlosses.isTime(tokens)
                || AnswerGlosses.isPerson(tokens)
                || AnswerGlosses.isNull(tokens, comprehension.lexicon());
    }

    private Reading field(Place place, Meaning meaning, Sentence sentence) {
        return field(place, meaning, List.of(), sentence);
    }

    private Reading field(Place place, Meaning meaning, List<Meaning> more, Sentence sentence) {
        if (place == Place.RESPONSE && ElementFields.isListed(sentence.tokens())) {
            String name =
                    meaning.words("FieldName")
                            .or(() -> meaning.words("PlainFieldName"))
                            .orElseThrow();
            return ElementFields.beside(
                    new Declared(
                            place,
                            new FieldWords(name, sentence.span(), new Objections()).field(),
                            sentence));
        }
        var objections = new Objections();
        Declared field = declared(place, meaning, more, sentence, objections);
        return objections
                .first()
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Fields(List.of(field)));
    }

    private static Declared declared(
            Place place,
            Meaning meaning,
            List<Meaning> more,
            Sentence sentence,
            Objections objections) {
        String name =
                meaning.words("FieldName").or(() -> meaning.words("PlainFieldName")).orElseThrow();
        var words = new FieldWords(name, sentence.span(), objections);
        words.take(meaning);
        more.forEach(words::take);
        return new Declared(place, words.field(), sentence);
    }

    private static Declared declared(
            Place place,
            Meaning meaning,
            Presence presence,
            Sentence sentence,
            Objections objections) {
        String name =
                meaning.words("FieldName").or(() -> meaning.words("PlainFieldName")).orElseThrow();
        var words = new FieldWords(name, sentence.span(), objections);
        words.take(presence);
        words.take(meaning);
        return new Declared(place, words.field(), sentence);
    }

    /// A row of a table that has a column for names.
    Reading row(Place place, FieldColumns columns, Block.Row row, Sentence sentence) {
        var objections = new Objections();
        Optional<String> name =
                columns.cell(row, FieldColumns.Column.NAME)
                        .flatMap(cell -> comprehension.read("FieldItem", Lexer.tokens(cell)))
                        .flatMap(meaning ->
                                meaning.words("FieldName")
                                        .or(() -> meaning.words("PlainFieldName")));
        if (name.isEmpty()) {
            return new Reading.Refused("the row names no field");
        }
        var words = new FieldWords(name.get(), sentence.span(), objections);
        Place where = place;
        for (int i = 0; i < columns.all().size(); i++) {
            String cell = row.cell(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (columns.all().get(i) == FieldColumns.Column.IN) {
                where = CellWords.in(cell, objections);
            } else {
                boolean isExplained =
                        place == Place.RESPONSE
                                && columns.all().get(i) == FieldColumns.Column.TEXT
                                && (Descriptions.isOfAnswers(Lexer.tokens(cell))
                                        || isGloss(Lexer.tokens(cell))
                                        || ElementFields.isListed(Lexer.tokens(cell)));
                if (columns.isExplaining(i)) {
                    explained(cell, place, columns, words);
                } else if (!isExplained) {
                    cell(columns.all().get(i), cell, words, objections);
                }
            }
        }
        var declared = new Declared(where, words.field(), sentence);
        return objections
                .first()
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> ElementFields.beside(declared));
    }

    private void cell(
            FieldColumns.Column column, String cell, FieldWords words, Objections objections) {
        if (List.of("-", "\u2013", "\u2014", "none", "n/a", "--").contains(cell)) {
            return;
        }
        switch (column) {
            case REQUIRED ->
                    words.take(CellWords.presence(cell, Presence.REQUIRED, Presence.OPTIONAL));
            case OPTIONAL ->
                    words.take(CellWords.presence(cell, Presence.OPTIONAL, Presence.REQUIRED));
            case NULLABLE -> {
                if (CellWords.presence(cell, Presence.REQUIRED, Presence.OPTIONAL)
                        == Presence.REQUIRED) {
                    attributes("nullable", words, objections);
                }
            }
            case DEFAULT -> attributes("default " + CellWords.coded(cell), words, objections);
            case TYPE, RULES -> attributes(cell, words, objections);
            case TEXT -> text(cell, words, objections);
            case UNKNOWN, STATUS, SITUATION, METHOD, PATH ->
                    objections.add("a column that is not known says \"%s\"".formatted(cell));
            case NAME, EXAMPLE, IN -> {}
        }
    }

    private void attributes(String cell, FieldWords words, Objections objections) {
        List<Token> tokens = Lexer.tokens(cell);
        Optional<Meaning> read =
                comprehension
                        .read("Attributes", tokens)
                        .or(() -> comprehension.read("AttributesInParen", tokens))
                        .or(() -> withoutExample(tokens));
        if (read.isPresent()) {
            words.take(read.get());
            return;
        }
        CellPieces.of(tokens, piece -> comprehension.read("Attributes", piece))
                .ifPresentOrElse(
                        rules -> rules.forEach(words::take),
                        () ->
                                objections.add(
                                        "not understood: \"%s\"".formatted(Meaning.words(tokens))));
    }

    /// "At most 60 characters, such as ...": the example says nothing more.
    private Optional<Meaning> withoutExample(List<Token> tokens) {
        List<Token> rules = Descriptions.withoutExample(tokens);
        return rules.isEmpty() || rules.size() == tokens.size()
                ? Optional.empty()
                : comprehension.read("Attributes", rules);
    }

    /// What a cell that only explains says: never wrong. Where no other column has rules, those that it has are taken.
    private void explained(String cell, Place place, FieldColumns columns, FieldWords words) {
        List<Token> tokens = Lexer.tokens(cell);
        boolean isGloss =
                place == Place.RESPONSE
                        && (Descriptions.isOfAnswers(tokens)
                                || isGloss(tokens)
                                || ElementFields.isListed(tokens));
        if (isGloss || columns.has(FieldColumns.Column.RULES)) {
            return;
        }
        comprehension
                .read("Attributes", tokens)
                .map(List::of)
                .or(() -> DescribedRules.of(comprehension, tokens))
                .ifPresent(rules -> rules.forEach(words::take));
    }

    /// What a cell that explains says beside: its rules where it has some.
    private void text(String cell, FieldWords words, Objections objections) {
        List<Token> tokens = Lexer.tokens(cell);
        Optional<Meaning> read = comprehension.read("Attributes", tokens);
        if (read.isPresent()) {
            words.take(read.get());
            return;
        }
        DescribedRules.of(comprehension, tokens)
                .ifPresentOrElse(
                        rules -> rules.forEach(words::take),
                        () ->
                                objections.add(
                                        "not understood: \"%s\"".formatted(Meaning.words(tokens))));
    }
}
