package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.Field.Presence;
import kiro.text.SourceSpan;

/// Gathers what is said of one field, from all the places where it is said.
final class FieldWords {
    private final String name;
    private final SourceSpan span;
    private final Objections objections;
    private final RuleWords ruleWords;
    private final List<FieldRule> rules = new ArrayList<>();
    private FieldType type = FieldType.Plain.NOT_STATED;
    private Presence presence = Presence.NOT_STATED;
    private boolean isNullable;
    private Optional<String> standard = Optional.empty();

    FieldWords(String name, SourceSpan span, Objections objections) {
        this.name = name;
        this.span = span;
        this.objections = objections;
        this.ruleWords = new RuleWords(objections);
    }

    /// Goes on with what is known of a field already.
    static FieldWords of(Field field, Objections objections) {
        var words = new FieldWords(field.name(), field.span(), objections);
        words.rules.addAll(field.rules());
        words.type = field.type();
        words.presence = field.presence();
        words.isNullable = field.isNullable();
        words.standard = field.standard();
        return words;
    }

    /// Takes every attribute below a node.
    void take(Meaning meaning) {
        for (Tree child : meaning.tree().children()) {
            if (!attribute(meaning.of(child))) {
                take(meaning.of(child));
            }
        }
    }

    void take(Presence said) {
        if (said == Presence.NOT_STATED) {
            return;
        }
        if (presence != Presence.NOT_STATED && presence != said) {
            objections.add("'%s' is said to be required and optional".formatted(name));
        }
        presence = said;
    }

    private boolean attribute(Meaning meaning) {
        switch (meaning.tree().name()) {
            case "Required" -> take(Presence.REQUIRED);
            case "Optional" -> take(Presence.OPTIONAL);
            case "Nullable" -> isNullable = true;
            case "CountNote", "PageNote", "SkipNote" -> note(meaning.tree().name());
            case "Default" -> standard = meaning.words("VALUE");
            case "ElementsNote" -> take(new FieldType.ListOf(FieldType.Plain.NOT_STATED));
            case "ListType" -> take(listType(meaning));
            case "NamedType" -> take(new FieldType.Named(meaning.words(meaning.tree())));
            default -> {
                Optional<FieldType> plain = plainType(meaning.tree().name());
                plain.ifPresent(this::take);
                Optional<FieldRule> rule =
                        plain.isPresent() ? Optional.empty() : ruleWords.rule(meaning);
                rule.filter(FieldRule.SortsBy.class::isInstance).ifPresent(_ -> ordering());
                rule.ifPresent(this::take);
                return plain.isPresent() || rule.isPresent();
            }
        }
        return true;
    }

    /// Words on an order are of a parameter that says by what a list is sorted, and of no other field.
    private void ordering() {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (!plain.matches("(sort|order|sorted|ordered)(by|field|key)?")) {
            objections.add("'%s' is not called after an order".formatted(name));
        }
    }

    /// What lists are cut by is told by the names of parameters: words on something else are wrong beside them.
    private void note(String node) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        boolean isOfSkipping = plain.matches("offset|skip");
        boolean isOfPages = plain.matches("page(number|no|index)?");
        boolean fits =
                switch (node) {
                    case "PageNote" -> isOfPages;
                    case "SkipNote" -> isOfSkipping;
                    default -> !isOfPages && !isOfSkipping;
                };
        if (!fits) {
            objections.add("what '%s' counts is said in other words than its name".formatted(name));
        }
    }

    private void take(FieldType said) {
        if (type != FieldType.Plain.NOT_STATED && !type.equals(said)) {
            objections.add("'%s' is said to be of two types".formatted(name));
        }
        type = said;
    }

    private static Optional<FieldType> plainType(String node) {
        return switch (node) {
            case "String", "Strings" -> Optional.of(FieldType.Plain.STRING);
            case "Integer", "Integers" -> Optional.of(FieldType.Plain.INTEGER);
            case "Decimal" -> Optional.of(FieldType.Plain.DECIMAL);
            case "Boolean" -> Optional.of(FieldType.Plain.BOOLEAN);
            case "DateType" -> Optional.of(FieldType.Plain.DATE);
            case "TimestampType" -> Optional.of(FieldType.Plain.TIMESTAMP);
            case "UuidType", "Uuids" -> Optional.of(FieldType.Plain.UUID);
            case "ObjectType", "Objects" -> Optional.of(FieldType.Plain.OBJECT);
            default -> Optional.empty();
        };
    }

    private static FieldType listType(Meaning meaning) {
        for (Tree child : meaning.tree().children()) {
            if (child.is("NamedType")) {
                return new FieldType.ListOf(new FieldType.Named(meaning.words(child)));
            }
            Optional<FieldType> element = plainType(child.name());
            if (element.isPresent()) {
                return new FieldType.ListOf(element.get());
            }
        }
        return new FieldType.ListOf(FieldType.Plain.NOT_STATED);
    }

    private void take(FieldRule said) {
        FieldRule rule =
                switch (said) {
                    case FieldRule.Selects selects -> byPart(selects);
                    case FieldRule.Refers(String noun, OptionalInt status) when noun.isEmpty() ->
                            new FieldRule.Refers(References.noun(name), status);
                    default -> said;
                };
        if (rules.contains(rule)) {
            return;
        }
        if (rule instanceof FieldRule.Range range && narrows(range)) {
            return;
        }
        if (rule instanceof FieldRule.Selects selects && joins(selects)) {
            return;
        }
        boolean mayRepeat = rule instanceof FieldRule.Matches || rule instanceof FieldRule.Format;
        boolean isRepeated = rules.stream().anyMatch(known -> areOfOneKind(known, rule));
        if (isRepeated && !mayRepeat) {
            objections.add("'%s' has two rules of one kind that differ".formatted(name));
        }
        rules.add(rule);
    }

    private static boolean areOfOneKind(FieldRule known, FieldRule rule) {
        boolean isOfOther =
                known instanceof FieldRule.Compared one
                        && rule instanceof FieldRule.Compared other
                        && !one.other().equals(other.other());
        return !isOfOther && known.getClass() == rule.getClass();
    }

    /// "Filters by part" names no property, but for a parameter of that name.
    private FieldRule.Selects byPart(FieldRule.Selects said) {
        boolean isPart =
                said.property()
                        .filter(word -> word.matches("(?i)(a )?(part|parts|fragment|substring)"))
                        .filter(word -> !word.equalsIgnoreCase(name))
                        .isPresent();
        return isPart ? new FieldRule.Selects(FieldRule.Match.PART, Optional.empty()) : said;
    }

    /// Puts what is said apart of how a parameter selects into one rule.
    private boolean joins(FieldRule.Selects said) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof FieldRule.Selects known) {
                boolean isStronger = known.match().compareTo(said.match()) >= 0;
                rules.set(
                        i,
                        new FieldRule.Selects(
                                isStronger ? known.match() : said.match(),
                                known.property().or(said::property)));
                return true;
            }
        }
        return false;
    }

    /// Puts a least and a most that are said apart into one rule.
    private boolean narrows(FieldRule.Range range) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof FieldRule.Range known
                    && (known.min().isEmpty() || range.min().isEmpty())
                    && (known.max().isEmpty() || range.max().isEmpty())) {
                rules.set(
                        i,
                        new FieldRule.Range(
                                known.min().or(range::min), known.max().or(range::max)));
                return true;
            }
        }
        return false;
    }

    Field field() {
        return FieldTypes.settled(
                new Field(name, type, presence, isNullable, rules, standard, span), objections);
    }
}
