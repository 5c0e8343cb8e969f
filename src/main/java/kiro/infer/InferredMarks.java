package kiro.infer;

/// The mark of a criterion that was inferred and nobody has accepted yet: a line of a quotation with a comment,
/// `> inferred from ... <!-- kiro:inferred src/x.ts:12 -->`.
final class InferredMarks {
    private InferredMarks() {}

    static String mark(Place place, String message) {
        String said = message.isEmpty() ? "" : ", which says " + Conditions.code(message);
        return "inferred from %s%s <!-- kiro:inferred %s -->"
                .formatted(
                        Conditions.code(place.toString()),
                        said,
                        place.toString().replace("--", "- -"));
    }
}
