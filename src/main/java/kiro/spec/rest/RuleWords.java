package kiro.spec.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kiro.spec.rest.FieldRule.Bound;
import kiro.spec.rest.FieldRule.Form;

/// The rule that a node of the grammar stands for.
final class RuleWords {
    private final Objections objections;

    RuleWords(Objections objections) {
        this.objections = objections;
    }

    Optional<FieldRule> rule(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "Length", "NoFewerChars" -> Optional.of(length(meaning));
            case "Size" -> Optional.of(size(meaning));
            case "Range", "RangeOfType", "NoLess" -> Optional.of(range(meaning));
            case "Positive" -> Optional.of(from(BigDecimal.ZERO, false));
            case "NotNegative" -> Optional.of(from(BigDecimal.ZERO, true));
            case "Decimals" ->
                    Optional.of(new FieldRule.Decimals(whole(meaning, "DecimalPlaces").orElse(2)));
            case "Matches" -> meaning.words("Regex").map(FieldRule.Matches::new);
            case "FormShape" -> Optional.of(shape(meaning));
            case "DaysAgo" ->
                    Optional.of(new FieldRule.DaysAgo(whole(meaning, "DayCount").orElse(0)));
            case "DaysAhead" ->
                    Optional.of(new FieldRule.DaysAhead(whole(meaning, "DayCount").orElse(0)));
            case "SelectsAtMost" -> Optional.of(selects(meaning, FieldRule.Match.AT_MOST));
            case "SelectsAtLeast" -> Optional.of(selects(meaning, FieldRule.Match.AT_LEAST));
            case "SelectsAbove" -> Optional.of(selects(meaning, FieldRule.Match.ABOVE));
            case "SelectsBelow" -> Optional.of(selects(meaning, FieldRule.Match.BELOW));
            case "SortsByIt", "SortsInOrder" -> Optional.of(sorts(meaning));
            case "DigitCount" -> Optional.of(digits(meaning));
            case "SelectsPart" -> Optional.of(selects(meaning, FieldRule.Match.PART));
            case "SelectsIgnoringCase" ->
                    Optional.of(selects(meaning, FieldRule.Match.IGNORING_CASE));
            case "SelectsExact" -> Optional.of(selects(meaning, FieldRule.Match.EXACT));
            case "Refers" -> Optional.of(refers(meaning));
            case "ComparedAbove" -> Optional.of(compared(meaning, FieldRule.Order.ABOVE));
            case "ComparedFrom" -> Optional.of(compared(meaning, FieldRule.Order.AT_LEAST));
            case "ComparedBelow" -> Optional.of(compared(meaning, FieldRule.Order.BELOW));
            case "ComparedTo" -> Optional.of(compared(meaning, FieldRule.Order.AT_MOST));
            case "UniqueWithin" ->
                    meaning.words("UniqueParent")
                            .map(Words::singular)
                            .map(FieldRule.UniqueWithin::new);
            case "OneOf", "AllowedItems" -> Optional.of(new FieldRule.OneOf(items(meaning)));
            default -> named(meaning.tree().name()).or(() -> siblings(meaning));
        };
    }

    private static FieldRule sorts(Meaning meaning) {
        return new FieldRule.SortsBy(
                BehaviourReader.direction(meaning).orElse(Expectation.Direction.ASCENDING));
    }

    private FieldRule shape(Meaning meaning) {
        if (!meaning.has("ShapeCount")) {
            objections.add(
                    "what form '%s' is, is not clear".formatted(meaning.words(meaning.tree())));
        }
        return new FieldRule.Matches(ShapeWords.expression(meaning));
    }

    private FieldRule digits(Meaning meaning) {
        OptionalInt exact = whole(meaning, "Exact");
        String count =
                exact.isPresent()
                        ? String.valueOf(exact.getAsInt())
                        : whole(meaning, "Min").orElse(0) + "," + whole(meaning, "Max").orElse(99);
        return new FieldRule.Matches("[0-9]{" + count + "}");
    }

    private static FieldRule compared(Meaning meaning, FieldRule.Order order) {
        return new FieldRule.Compared(order, meaning.words("OtherField").orElseThrow());
    }

    private static FieldRule siblings(Meaning meaning, FieldRule.Order order) {
        return new FieldRule.AmongSiblings(
                order,
                meaning.token("SiblingStep")
                        .map(token -> new BigDecimal(token.key()))
                        .orElse(BigDecimal.ZERO),
                meaning.words("SiblingParent").map(Words::singular),
                new FieldRule.Others(
                        meaning.words("SiblingNoun").map(Words::singular),
                        meaning.words("SiblingField"),
                        meaning.has("SiblingLatest")));
    }

    private static FieldRule selects(Meaning meaning, FieldRule.Match match) {
        return new FieldRule.Selects(match, meaning.words("SelectedName"));
    }

    private static Optional<FieldRule> named(String node) {
        return switch (node) {
            case "NotBlank" -> Optional.of(new FieldRule.NotBlank());
            case "Future" -> Optional.of(new FieldRule.Future());
            case "NotPast" -> Optional.of(new FieldRule.NotPast());
            case "Past" -> Optional.of(new FieldRule.Past());
            case "NotFuture" -> Optional.of(new FieldRule.NotFuture());
            case "Stripped", "StripsIt" -> Optional.of(new FieldRule.Stripped());
            case "BlankIsNone" -> Optional.of(new FieldRule.BlankIsNone());
            case "Unique" -> Optional.of(new FieldRule.Unique());
            case "Https" -> Optional.of(new FieldRule.Format(Form.HTTPS_URL));
            case "Url" -> Optional.of(new FieldRule.Format(Form.URL));
            case "Email" -> Optional.of(new FieldRule.Format(Form.EMAIL));
            case "Uuid" -> Optional.of(new FieldRule.Format(Form.UUID));
            case "Date" -> Optional.of(new FieldRule.Format(Form.DATE));
            case "Timestamp" -> Optional.of(new FieldRule.Format(Form.TIMESTAMP));
            case "Country" -> Optional.of(new FieldRule.Format(Form.COUNTRY_CODE));
            case "Currency" -> Optional.of(new FieldRule.Format(Form.CURRENCY_CODE));
            case "LettersDigits" -> Optional.of(new FieldRule.Matches("[A-Za-z0-9]*"));
            case "LettersDigitsUnderscore" -> Optional.of(new FieldRule.Matches("[A-Za-z0-9_]*"));
            case "LettersDigitsHyphen" -> Optional.of(new FieldRule.Matches("[A-Za-z0-9-]*"));
            case "LowerDigitsHyphen" -> Optional.of(new FieldRule.Matches("[a-z0-9-]*"));
            case "UpperDigits" -> Optional.of(new FieldRule.Matches("[A-Z0-9]*"));
            case "LowerDigits" -> Optional.of(new FieldRule.Matches("[a-z0-9]*"));
            case "UpperOnly" -> Optional.of(new FieldRule.Matches("[A-Z]*"));
            case "LowerOnly" -> Optional.of(new FieldRule.Matches("[a-z]*"));
            case "LettersOnly" -> Optional.of(new FieldRule.Matches("[A-Za-z]*"));
            case "OnlyDigits" -> Optional.of(new FieldRule.Matches("[0-9]*"));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldRule> siblings(Meaning meaning) {
        return switch (meaning.tree().name()) {
            case "SiblingsAbove" -> Optional.of(siblings(meaning, FieldRule.Order.ABOVE));
            case "SiblingsFrom" -> Optional.of(siblings(meaning, FieldRule.Order.AT_LEAST));
            case "SiblingsBelow" -> Optional.of(siblings(meaning, FieldRule.Order.BELOW));
            case "SiblingsTo" -> Optional.of(siblings(meaning, FieldRule.Order.AT_MOST));
            default -> Optional.empty();
        };
    }

    private FieldRule length(Meaning meaning) {
        OptionalInt exact = whole(meaning, "Exact");
        OptionalInt min = exact.isPresent() ? exact : whole(meaning, "Min");
        OptionalInt max = exact.isPresent() ? exact : whole(meaning, "Max");
        requireOrder(min, max);
        return new FieldRule.Length(min, max);
    }

    private FieldRule size(Meaning meaning) {
        OptionalInt min = whole(meaning, "Min");
        OptionalInt max = whole(meaning, "Max");
        requireOrder(min, max);
        boolean isNotEmpty = min.isEmpty() && max.isEmpty();
        return new FieldRule.Size(isNotEmpty ? OptionalInt.of(1) : min, max);
    }

    private void requireOrder(OptionalInt min, OptionalInt max) {
        if (min.isPresent() && max.isPresent() && min.getAsInt() > max.getAsInt()) {
            objections.add(
                    "the least, %d, is more than the most, %d"
                            .formatted(min.getAsInt(), max.getAsInt()));
        }
    }

    private FieldRule refers(Meaning meaning) {
        return new FieldRule.Refers(
                meaning.words("ReferredNoun").map(Words::singular).orElse(""),
                whole(meaning, "ReferredStatus"));
    }

    private OptionalInt whole(Meaning meaning, String node) {
        Optional<Token> token = meaning.token(node);
        if (token.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt number = Numbers.whole(token.get().key());
        if (number.isEmpty()) {
            objections.add("'%s' is no count".formatted(token.get().text()));
        }
        return number;
    }

    private FieldRule range(Meaning meaning) {
        if (meaning.has("Positive")) {
            return from(BigDecimal.ZERO, false);
        }
        if (meaning.has("NotNegative")) {
            return from(BigDecimal.ZERO, true);
        }
        Optional<Bound> min = bound(meaning, "Low", true).or(() -> bound(meaning, "Above", false));
        Optional<Bound> max = bound(meaning, "High", true).or(() -> bound(meaning, "Below", false));
        if (min.isPresent()
                && max.isPresent()
                && min.get().value().compareTo(max.get().value()) > 0) {
            objections.add(
                    "the least, %s, is more than the most, %s"
                            .formatted(min.get().value(), max.get().value()));
        }
        return new FieldRule.Range(min, max);
    }

    private static FieldRule from(BigDecimal low, boolean isIncluded) {
        return new FieldRule.Range(Optional.of(new Bound(low, isIncluded)), Optional.empty());
    }

    private static Optional<Bound> bound(Meaning meaning, String node, boolean isIncluded) {
        return meaning.token(node).map(token -> new Bound(new BigDecimal(token.key()), isIncluded));
    }

    private static List<String> items(Meaning meaning) {
        var items = new ArrayList<String>();
        for (String node : List.of("Item", "CodedItem", "NumberItem")) {
            meaning.tree().all(node).forEach(item -> items.add(meaning.words(item)));
        }
        return items;
    }
}
