package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what each element of a list in an answer has: "the orders of the page, each with `id`, `status` and `total`".
final class ElementFields {
    private ElementFields() {}

    /// Whether the words end in the fields that each element has.
    static boolean isListed(List<Token> tokens) {
        return names(tokens).isPresent();
    }

    /// The field as a list, and the fields of its elements; the field alone where the sentence names none.
    static FieldListReader.Reading beside(Declared declared) {
        Optional<List<String>> names =
                declared.place() == Place.RESPONSE
                        ? names(declared.origin().tokens())
                        : Optional.empty();
        if (names.isEmpty()) {
            return new FieldListReader.Reading.Fields(List.of(declared));
        }
        Field list = declared.field();
        var all = new ArrayList<Declared>();
        all.add(with(declared, list.name(), new FieldType.ListOf(FieldType.Plain.NOT_STATED)));
        names.get()
                .forEach(name ->
                        all.add(
                                with(
                                        declared,
                                        list.name() + "[]." + name,
                                        FieldType.Plain.NOT_STATED)));
        return new FieldListReader.Reading.Fields(all);
    }

    private static Declared with(Declared declared, String name, FieldType type) {
        return new Declared(
                declared.place(),
                new Field(
                        name,
                        type,
                        Field.Presence.NOT_STATED,
                        false,
                        List.of(),
                        Optional.empty(),
                        declared.field().span()),
                declared.origin());
    }

    /// The names behind "each with", up to the end.
    private static Optional<List<String>> names(List<Token> tokens) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean isEach =
                    tokens.get(i).key().equals("each")
                            && Set.of("with", "has", "having").contains(tokens.get(i + 1).key());
            if (isEach) {
                return listed(tokens.subList(i + 2, tokens.size()));
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> listed(List<Token> tokens) {
        var names = new ArrayList<String>();
        for (Token token : tokens) {
            boolean isJoint =
                    token.key().equals("and")
                            || token.isMark(",")
                            || token.isMark(".")
                            || token.isMark("|");
            if (TokenForms.isCodeName(token)) {
                names.add(token.text());
            } else if (!isJoint) {
                return Optional.empty();
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
