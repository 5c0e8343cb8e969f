package kiro.action;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a conventional commit.
///
/// @param scope empty for none
record ConventionalSubject(CommitType type, String scope, boolean isBreaking, String words) {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<type>[A-Za-z]+)(?:\\((?<scope>[^()]*)\\))?(?<breaking>!)?: (?<words>.+)");

    static Optional<ConventionalSubject> parse(String line) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        return CommitType.of(form.group("type"))
                .map(type ->
                        new ConventionalSubject(
                                type,
                                form.group("scope") == null ? "" : form.group("scope"),
                                form.group("breaking") != null,
                                form.group("words")));
    }

    @Override
    public String toString() {
        return type.word()
                + (scope.isEmpty() ? "" : "(" + scope + ")")
                + (isBreaking ? "!" : "")
                + ": "
                + words;
    }
}
