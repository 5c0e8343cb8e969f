package kiro.spec;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of an acceptance criterion within the project: `user-profile-update#AC-1`.
public record CriterionRef(SpecName spec, CriterionId id) implements Comparable<CriterionRef> {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)#([A-Za-z0-9][A-Za-z0-9._-]*)");

    public static Optional<CriterionRef> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new CriterionRef(
                                new SpecName(matcher.group(1)), new CriterionId(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public int compareTo(CriterionRef other) {
        int bySpec = spec.compareTo(other.spec);
        return bySpec != 0 ? bySpec : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return spec + "#" + id;
    }
}
