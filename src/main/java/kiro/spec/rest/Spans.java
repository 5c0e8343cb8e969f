package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the two fields of a body that say from when to when.
final class Spans {
    private static final Pattern START =
            Pattern.compile(
                    "(?i)(from|since|arrival\\w*|check_?in\\w*|pick_?up\\w*|(\\w+_?)?(start|starts|begin|begins|opens)(_?(at|on|date|time))?|[a-z_]+from)");
    private static final Pattern END =
            Pattern.compile(
                    "(?i)(to|till|until|departure\\w*|check_?out\\w*|drop_?off\\w*|(\\w+_?)?(end|ends|finish|finishes|closes)(_?(at|on|date|time))?|[a-z_]+(to|until|till))");

    private Spans() {}

    /// Empty where there are none, or it is not clear which they are.
    static Optional<Behaviour.Span> of(List<Field> body) {
        List<Field> times = body.stream().filter(Spans::isTime).toList();
        Optional<Behaviour.Span> ruled =
                times.size() == 2 && times.getFirst().type().equals(times.getLast().type())
                        ? ordered(times.getFirst().name(), times.getLast().name(), body)
                        : Optional.empty();
        if (ruled.isPresent()) {
            return ruled;
        }
        List<Field> starts = times.stream().filter(one -> is(START, one)).toList();
        List<Field> ends = times.stream().filter(one -> is(END, one)).toList();
        boolean areOne =
                starts.size() == 1
                        && ends.size() == 1
                        && !starts.equals(ends)
                        && starts.getFirst().type().equals(ends.getFirst().type());
        return areOne
                ? Optional.of(new Behaviour.Span(starts.getFirst().name(), ends.getFirst().name()))
                : Optional.empty();
    }

    private static boolean isTime(Field field) {
        return field.type() == FieldType.Plain.DATE || field.type() == FieldType.Plain.TIMESTAMP;
    }

    private static boolean is(Pattern words, Field field) {
        return words.matcher(field.name()).matches();
    }

    /// The one that has to lie behind the other is the end.
    private static Optional<Behaviour.Span> ordered(String one, String other, List<Field> body) {
        return ComparedFields.order(body, one, other)
                .map(order ->
                        order.isUpwards()
                                ? new Behaviour.Span(other, one)
                                : new Behaviour.Span(one, other));
    }
}
