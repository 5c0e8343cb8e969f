package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes notes on other values out of the cells of a table: "one of `A` or `B` (any other value 422)" has a rule, and says
/// with what is answered where it is broken.
record OtherValues(Block.Row row, List<String> statuses) {
    private static final Pattern NOTE =
            Pattern.compile(
                    "\\s*[(;,]\\s*(?:any other value|every other value|any other|other values|all other values|all others|anything else|"
                            + "everything else|otherwise|else)(?: (?:is|are|is refused|are refused|is rejected|are rejected|returns|return|gives|"
                            + "gets|leads to|with|by|a|an|answered|->|:|=))*[ :]+(4\\d\\d)\\s*\\)?",
                    Pattern.CASE_INSENSITIVE);

    /// What a field refers to is there or not: with what is answered then is said by its own rule.
    private static final Pattern REFERRING =
            Pattern.compile("\\b(?:existing|known|exists?|refers?)\\b", Pattern.CASE_INSENSITIVE);

    OtherValues {
        statuses = List.copyOf(statuses);
    }

    static OtherValues in(Block.Row row, FieldColumns columns) {
        var cells = new ArrayList<String>();
        var statuses = new ArrayList<String>();
        for (int at = 0; at < row.cells().size(); at++) {
            String cell = row.cells().get(at);
            boolean isOfRules =
                    at < columns.all().size()
                            && (columns.all().get(at) == FieldColumns.Column.RULES
                                    || columns.all().get(at) == FieldColumns.Column.TEXT);
            Matcher note = NOTE.matcher(cell);
            boolean isReferring = REFERRING.matcher(cell).find();
            if (isOfRules && !isReferring && !columns.isExplaining(at) && note.find()) {
                statuses.add(note.group(1));
                cells.add(cell.substring(0, note.start()) + cell.substring(note.end()));
            } else {
                cells.add(cell);
            }
        }
        return new OtherValues(new Block.Row(cells, row.line()), statuses);
    }

    /// What the notes say, as sentences on the field of the row.
    List<Sentence> sentences(FieldColumns columns, Sentence origin) {
        return columns.cell(row, FieldColumns.Column.NAME).stream()
                .flatMap(name ->
                        statuses.stream()
                                .map(status ->
                                        "any other value of %s returns %s"
                                                .formatted(CellWords.coded(name), status)))
                .map(text -> origin.withTokens(Lexer.tokens(text)))
                .toList();
    }
}
