package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads in which way a text has not the form of its rule: too few digits, letters among digits, a blank. Each way becomes a
/// text of its kind, made of one that has the form; where that breaks no rule, nothing is read.
final class FormSlots {
    private static final Set<String> WORDS =
            Set.of(
                    "filler",
                    "people",
                    "sender",
                    "field",
                    "noun",
                    "value",
                    "input",
                    "given",
                    "neg",
                    "or",
                    "number",
                    "digits",
                    "letters",
                    "spaces",
                    "special",
                    "characters",
                    "exactly",
                    "composed",
                    "differing",
                    "more",
                    "less");
    private static final List<String> CLASSES = List.of("digits", "letters");
    private static final String DIGITS = "1234567890";
    private static final String LETTERS = "abcdefghijklm";
    private static final String BOTH = "a1b2c3d4e5f6";
    private static final int LONGEST = 64;

    private final Field field;
    private final Slots slots;

    FormSlots(Field field, Slots slots) {
        this.field = field;
        this.slots = slots;
    }

    /// Whether the words are about what a text is made of, and the field has a rule for that.
    boolean areMeant() {
        return pattern().isPresent()
                && Stream.of("digits", "letters", "spaces", "special").anyMatch(slots::has);
    }

    /// The texts that break the rule as the words say; none where they do not.
    List<Condition> read() {
        if (slots.stranger(WORDS).isPresent() || slots.denials() > 1) {
            return List.of();
        }
        List<String> numbers = slots.keys("number");
        return switch (numbers.size()) {
            case 0 -> intruding();
            case 1 ->
                    Numbers.whole(numbers.getFirst()).stream()
                            .boxed()
                            .flatMap(count -> counted(count).stream())
                            .toList();
            default -> each(numbers);
        };
    }

    /// "4 or 6 digits": each of the numbers has to break the rule.
    private List<Condition> each(List<String> numbers) {
        boolean isPlain =
                slots.has("or") && slots.denials() == 0 && !slots.has("more") && !slots.has("less");
        List<Condition> all =
                numbers.stream()
                        .flatMapToInt(number -> Numbers.whole(number).stream())
                        .boxed()
                        .flatMap(count -> counted(count).stream())
                        .toList();
        return isPlain && all.size() == numbers.size() ? all : List.of();
    }

    /// So many characters, where the form has another number of them.
    private List<Condition> counted(int count) {
        List<String> classes = CLASSES.stream().filter(slots::has).toList();
        if (count < 1 || count > LONGEST || classes.isEmpty() || slots.has("special")) {
            return List.of();
        }
        IntFunction<String> text =
                length -> text(classes.size() > 1 ? BOTH : of(classes.getFirst()), length);
        boolean isMore = slots.has("more");
        boolean isLess = slots.has("less");
        if (isMore || isLess) {
            boolean isBound = isMore != isLess && slots.denials() == 0 && fits(text.apply(count));
            return isBound ? broken(text.apply(isMore ? count + 1 : count - 1)) : List.of();
        }
        if (slots.denials() == 0) {
            return broken(text.apply(count));
        }
        return fits(text.apply(count))
                ? Stream.of(count - 1, count + 1)
                        .flatMap(length -> broken(text.apply(length)).stream())
                        .toList()
                : List.of();
    }

    /// A character that the form does not allow: one of the kind that is named, or one that is none of those.
    private List<Condition> intruding() {
        boolean isOfOthers = slots.denials() == 1 || slots.has("differing");
        boolean isPlain = slots.has("spaces") || slots.has("special");
        if (isOfOthers && !isPlain) {
            return others();
        }
        if (isOfOthers || slots.has("exactly")) {
            return List.of();
        }
        return slots.all().stream()
                .flatMap(slot ->
                        Stream.of("spaces", "special", "letters", "digits")
                                .filter(slot::is)
                                .map(kind ->
                                        kind.equals("special")
                                                ? special(slot.key())
                                                : of(kind).charAt(0)))
                .distinct()
                .flatMap(character -> among(character).stream())
                .toList();
    }

    private static char special(String word) {
        String plain = word.replaceFirst("^an? ", "").replaceFirst("(?<=[a-z])(es|s)$", "");
        return switch (plain) {
            case "underscore" -> '_';
            case "hyphen", "dash", "dashe" -> '-';
            case "dot" -> '.';
            case "slash", "slashe" -> '/';
            case "comma" -> ',';
            default -> '!';
        };
    }

    /// "Anything but letters and digits": what is named is allowed, so something else is sent.
    private List<Condition> others() {
        List<String> allowed = CLASSES.stream().filter(slots::has).toList();
        boolean isAllowed =
                allowed.stream().allMatch(kind -> !replaced(of(kind).charAt(0), true).isEmpty());
        if (!isAllowed || allowed.isEmpty()) {
            return List.of();
        }
        char other = allowed.size() == 2 ? '-' : of(allowed.getFirst()).equals(DIGITS) ? 'x' : '1';
        return among(other);
    }

    private List<Condition> among(char intruder) {
        return replaced(intruder, false).stream()
                .limit(1)
                .flatMap(one -> broken(one).stream())
                .toList();
    }

    /// A text that has the form, with one character replaced, where it has the form after that or has not.
    private List<String> replaced(char character, boolean fitting) {
        var found = new ArrayList<String>();
        for (String whole : fitting().stream().toList()) {
            for (int at = whole.length() - 1; at >= 0; at--) {
                String text = whole.substring(0, at) + character + whole.substring(at + 1);
                if (fits(text) == fitting) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private List<Condition> broken(String text) {
        return text.isEmpty() || fits(text)
                ? List.of()
                : List.of(new Condition.ValueIs(field.name(), text));
    }

    private Optional<String> fitting() {
        return IntStream.rangeClosed(1, LONGEST)
                .boxed()
                .flatMap(length -> Stream.of(BOTH, DIGITS, LETTERS).map(of -> text(of, length)))
                .flatMap(text -> Stream.of(text, text.toUpperCase(java.util.Locale.ROOT)))
                .filter(this::fits)
                .findFirst();
    }

    private static String of(String kind) {
        return switch (kind) {
            case "digits" -> DIGITS;
            case "letters" -> LETTERS;
            case "spaces" -> " ";
            default -> "!";
        };
    }

    private static String text(String of, int length) {
        return of.repeat(length / of.length() + 1).substring(0, Math.max(0, length));
    }

    private boolean fits(String text) {
        boolean isLong =
                field.rules().stream()
                        .allMatch(rule ->
                                !(rule instanceof FieldRule.Length(var min, var max))
                                        || (text.length() >= min.orElse(0)
                                                && text.length() <= max.orElse(LONGEST)));
        return isLong && pattern().filter(form -> form.matcher(text).matches()).isPresent();
    }

    private Optional<Pattern> pattern() {
        List<String> forms =
                field.rules().stream()
                        .filter(FieldRule.Matches.class::isInstance)
                        .map(rule -> ((FieldRule.Matches) rule).expression())
                        .toList();
        try {
            return forms.size() == 1
                    ? Optional.of(Pattern.compile(forms.getFirst()))
                    : Optional.empty();
        } catch (PatternSyntaxException noPattern) {
            return Optional.empty();
        }
    }
}
