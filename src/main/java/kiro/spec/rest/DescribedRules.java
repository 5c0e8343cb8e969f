package kiro.spec.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the rules of a field among words that explain it.
final class DescribedRules {
    private DescribedRules() {}

    /// Words that explain a field, with rules among them: "price per night, greater than 0"; empty where some are
    /// neither.
    static Optional<List<Meaning>> of(Comprehension comprehension, List<Token> tokens) {
        var rules = new ArrayList<Meaning>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean isEnd =
                    i == tokens.size() || tokens.get(i).isMark(";") || tokens.get(i).isMark(".");
            if (!isEnd) {
                continue;
            }
            List<Token> part = tokens.subList(start, i);
            start = i + 1;
            Optional<List<Meaning>> found = sentence(comprehension, part);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            rules.addAll(found.get());
        }
        return Optional.of(rules);
    }

    /// One rule, or several and remarks with commas between them.
    private static Optional<List<Meaning>> sentence(Comprehension comprehension, List<Token> all) {
        List<Token> tokens = Descriptions.withoutExample(all);
        Optional<Meaning> whole =
                tokens.isEmpty() ? Optional.empty() : comprehension.read("Attributes", tokens);
        if (whole.isPresent()) {
            return Optional.of(List.of(whole.get()));
        }
        var rules = new ArrayList<Meaning>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            if (i < tokens.size() && !tokens.get(i).isMark(",")) {
                continue;
            }
            List<Token> part = tokens.subList(start, i);
            start = i + 1;
            Optional<Meaning> rule =
                    part.isEmpty() ? Optional.empty() : comprehension.read("Attributes", part);
            if (rule.isEmpty() && !Descriptions.isRemark(part)) {
                return Optional.empty();
            }
            rule.ifPresent(rules::add);
        }
        return Optional.of(rules);
    }
}
