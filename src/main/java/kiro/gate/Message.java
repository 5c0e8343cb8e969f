package kiro.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A commit's message, or the title of a pull request, as the convention of Conventional Commits has it.
///
/// @param type in lower case, such as `feat`; empty where the subject has none
/// @param isBreaking marked with `!` or `BREAKING CHANGE`
/// @param specs named by lines such as `Spec: user-profile`
record Message(String subject, Optional<String> type, boolean isBreaking, List<String> specs) {
    private static final Pattern SUBJECT =
            Pattern.compile("(?<type>[A-Za-z]{2,20})(?:\\([^()]{0,100}\\))?(?<breaking>!)?:\\s.*");
    private static final Pattern BREAKING = Pattern.compile("(?m)^BREAKING[ -]CHANGE:\\s");
    private static final Pattern SPEC =
            Pattern.compile(
                    "(?im)^[ \\t>*-]*(?:\\*\\*)?specs?(?:\\*\\*)?:(?:\\*\\*)?[ \\t]*(?<names>.+)$");

    private static final Set<String> FEATURES = Set.of("feat", "feature");
    private static final Set<String> OTHERS =
            Set.of(
                    "fix",
                    "bugfix",
                    "hotfix",
                    "docs",
                    "doc",
                    "test",
                    "tests",
                    "chore",
                    "ci",
                    "build",
                    "style",
                    "refactor",
                    "perf",
                    "revert",
                    "deps",
                    "release",
                    "bench");

    Message {
        specs = List.copyOf(specs);
    }

    static Message of(String text) {
        String subject = text.lines().findFirst().orElse("").strip();
        Matcher conventional = SUBJECT.matcher(subject);
        boolean is = conventional.matches();
        return new Message(
                subject,
                is
                        ? Optional.of(conventional.group("type").toLowerCase(Locale.ROOT))
                        : type(subject),
                (is && conventional.group("breaking") != null) || BREAKING.matcher(text).find(),
                specs(text));
    }

    boolean isFeature() {
        return isBreaking || type.filter(FEATURES::contains).isPresent();
    }

    /// Whether it says that it is something else than a feature.
    boolean isOther() {
        return !isBreaking && type.filter(OTHERS::contains).isPresent();
    }

    /// The names in lines such as `Spec: user-profile, billing`, without the marks that people put around them.
    static List<String> specs(String text) {
        var names = new ArrayList<String>();
        Matcher line = SPEC.matcher(text);
        while (line.find()) {
            for (String word : line.group("names").split("[,\\s]+")) {
                String name = word.replaceAll("^[`'\"\\[(<]+|[`'\"\\])>.;]+$", "");
                name = name.replaceAll("\\]\\(.*$", "").replaceAll("^.*\\.kiro/specs/", "");
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Optional<String> type(String subject) {
        return subject.startsWith("Revert \"") ? Optional.of("revert") : Optional.empty();
    }
}
