package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// "Only the loans of that member when `borrower` is given" are those of whom the query names, who need not be the
/// caller.
final class OfThatOne {
    private static final Pattern THAT =
            Pattern.compile("(?i)\\b(of|by|to) (that|this) [\\w-]+\\b|\\bthat [\\w-]+['’]s\\b");

    private OfThatOne() {}

    static List<Expectation> in(CaseReader.Case found, Sentence sentence) {
        Optional<String> parameter =
                switch (found.condition()) {
                    case Condition.FilteredBy(String name) -> Optional.of(name);
                    case Condition.ValueIs value -> Optional.of(value.field());
                    case Condition other -> Optional.empty();
                };
        boolean isOfThat = parameter.isPresent() && THAT.matcher(sentence.text()).find();
        return isOfThat
                ? found.expectations().stream().map(one -> matching(one, parameter.get())).toList()
                : found.expectations();
    }

    private static Expectation matching(Expectation expectation, String parameter) {
        return expectation instanceof Expectation.OnlyOwn
                ? new Expectation.OnlyMatching(parameter)
                : expectation;
    }
}
