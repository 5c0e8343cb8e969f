package kiro.spec.rest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads requirements such as `a request over the limit is answered with 429`.
final class RequirementAnswers {
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "(?i)(.+?) (?:returns?|is answered with|are answered with|gets?|is rejected with) (.*?)"
                            + "(?: that gives the seconds to wait)?");

    private final SituationReader situations;
    private final AnswerReader answers;

    RequirementAnswers(Facts facts) {
        this.situations = new SituationReader(facts);
        this.answers = new AnswerReader(facts);
    }

    Optional<Behaviour> read(String sentence) {
        Matcher matcher = SENTENCE.matcher(sentence);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Condition> condition = situations.read(matcher.group(1));
        Optional<List<Expectation>> expectations = answers.read(matcher.group(2));
        return condition.isPresent() && expectations.isPresent()
                ? Optional.of(new Behaviour.Answers(condition.get(), expectations.get()))
                : Optional.empty();
    }
}
